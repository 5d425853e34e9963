import { z } from "zod";

/** https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md */
export const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  text: z.string().nullish(),
  replyToId: z.string().nullish(),
});

/** An activity as it travels: the named properties are checked, the rest is passed on untouched. */
export type Activity = z.infer<typeof activitySchema>;
export type StoredActivity = Activity & { readonly id: string };
