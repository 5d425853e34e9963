import { z } from "zod";

const optional = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

export const personSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  account: z.string(),
  jobTitle: optional,
  department: optional,
  language: optional,
  hasPhoto: z.boolean().catch(false),
});
export type Person = z.infer<typeof personSchema>;

const tabSchema = z.object({ entityId: z.string().min(1), name: z.string().min(1), path: z.string() });
export type AppTab = z.infer<typeof tabSchema>;

export const settingsSchema = z.object({
  tenantId: z.string(),
  tabUrl: z.url(),
  botId: z.string(),
  botName: z.string(),
  siteName: z.string(),
  tabs: z.array(tabSchema),
});
export type Settings = z.infer<typeof settingsSchema>;

export const chatSchema = z.object({
  id: z.string().min(1),
  kind: z.enum(["personal", "groupChat", "channel"]),
  name: z.string(),
});
export type Chat = z.infer<typeof chatSchema>;

const cardActionSchema = z.object({
  type: z.string(),
  title: z.string(),
  value: z.unknown().optional(),
});
export type SuggestedAction = z.infer<typeof cardActionSchema>;

const attachmentSchema = z.object({
  contentType: z.string(),
  content: z.unknown().optional(),
  name: z.string().nullish(),
});

/** The part of a Bot Framework activity that a chat shows. https://aka.ms/botSpecs-activitySchema */
export const activitySchema = z.object({
  id: z.string().min(1),
  type: z.string(),
  timestamp: z.string().nullish(),
  from: z.object({
    id: z.string(),
    name: z.string().nullish(),
    aadObjectId: z.string().nullish(),
    role: z.string().nullish(),
  }),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  attachments: z.array(attachmentSchema).nullish(),
  suggestedActions: z.object({ actions: z.array(cardActionSchema) }).nullish(),
  replyToId: z.string().nullish(),
});
export type Activity = z.infer<typeof activitySchema>;

export const feedEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.enum(["created", "updated", "failed"]), chat: z.string(), activity: activitySchema }),
  z.object({ type: z.literal("deleted"), chat: z.string(), activity: z.object({ id: z.string() }) }),
  z.object({
    type: z.literal("typing"),
    chat: z.string(),
    activity: z.object({ from: activitySchema.shape.from.partial().nullish() }).nullish(),
  }),
]);
export type FeedEvent = z.infer<typeof feedEventSchema>;

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules */
const taskSizeSchema = z.union([z.number(), z.enum(["small", "medium", "large"])]).nullish();
export const taskInfoSchema = z.object({
  title: z.string().nullish(),
  width: taskSizeSchema,
  height: taskSizeSchema,
  url: z.string().nullish(),
  card: z.object({ content: z.unknown().optional() }).nullish(),
});
export type TaskInfo = z.infer<typeof taskInfoSchema>;

export const taskResponseSchema = z.object({
  task: z.discriminatedUnion("type", [
    z.object({ type: z.literal("continue"), value: taskInfoSchema }),
    z.object({ type: z.literal("message"), value: z.string() }),
  ]),
});

export const invokeAnswerSchema = z.object({ status: z.number(), body: z.unknown().optional() });

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
export const cardInvokeResponseSchema = z.object({
  statusCode: z.number(),
  type: z.string().nullish(),
  value: z.unknown().optional(),
});
export const cardInvokeErrorSchema = z.object({ message: z.string() });
