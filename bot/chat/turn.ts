import type { Activity, TurnContext } from "botbuilder";
import { z } from "zod";
import { type Language, languageOf } from "../../src/base/language.ts";
import type { Content } from "../../src/content/model.ts";
import type { AskerId } from "../../src/questions/question.ts";
import { type Scene, sceneFor } from "../cards/scene.ts";
import { type Place, writeAddress } from "../courier-address.ts";
import type { ChatParts } from "./chat-parts.ts";

/** What we read of an activity; the rest of it is nobody's business. */
const activitySchema = z.object({
  id: z.string().optional(),
  replyToId: z.string().optional(),
  serviceUrl: z.string(),
  locale: z.string().optional(),
  from: z.object({
    id: z.string(),
    name: z.string().optional(),
    aadObjectId: z.string().optional(),
  }),
  recipient: z.object({ id: z.string() }),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
    tenantId: z.string().optional(),
  }),
});

/** Somebody who does something in a chat with the bot. */
export interface Person {
  readonly askerId: AskerId;
  readonly name: string;
  /** The id that Teams' own look-ups want. */
  readonly chatUserId: string;
}

/** One activity, understood: who, where, and the scene in which the reply is made. */
export interface Turn {
  readonly context: TurnContext;
  /** Undefined when Teams did not say which account of the organisation it is. */
  readonly person: Person | undefined;
  readonly personal: boolean;
  readonly place: Place;
  readonly activityId: string | undefined;
  /** The card that was pressed. */
  readonly replyToId: string | undefined;
  readonly scene: Scene;
}

/** A turn whose person we know. */
export type PersonTurn = Turn & { readonly person: Person };

/** How an answer finds its way back here: the chat, its language, and the card that becomes the receipt. */
export function addressOf({ place, scene, replyToId }: PersonTurn): string {
  return writeAddress({ place, language: scene.language, receiptId: replyToId });
}

/** Undefined for an activity without sender or conversation: there is nobody to answer. */
export async function readTurn(parts: ChatParts, context: TurnContext): Promise<Turn | undefined> {
  const parsed = activitySchema.safeParse(context.activity);
  if (!parsed.success) {
    parts.log("warn", "activity-unreadable", { issues: parsed.error.issues.length });
    return undefined;
  }
  const { from, recipient, conversation, serviceUrl, locale, id, replyToId } = parsed.data;
  const askerId = from.aadObjectId?.toLowerCase() as AskerId | undefined;
  const [language, content] = await Promise.all([
    languageFor(parts, askerId, locale),
    readableContent(parts, context.activity),
  ]);
  return {
    context,
    person: askerId && { askerId, name: from.name ?? "", chatUserId: from.id },
    personal: isPersonal(conversation),
    place: {
      ...{ serviceUrl, conversationId: conversation.id, botId: recipient.id },
      ...(conversation.tenantId === undefined ? {} : { tenantId: conversation.tenantId }),
    },
    activityId: id,
    replyToId,
    scene: sceneFor(language, { now: parts.clock(), content, newId: parts.newId }),
  };
}

type Conversation = z.infer<typeof activitySchema>["conversation"];

/** Other clients leave the type out; a group that we take for a person would be worse than the reverse. */
function isPersonal({ conversationType, isGroup }: Conversation): boolean {
  return conversationType === undefined ? isGroup !== true : conversationType === "personal";
}

/** What somebody chose, else what their Teams speaks. */
async function languageFor(
  { chats, vault, log }: ChatParts,
  askerId: AskerId | undefined,
  locale: string | undefined,
): Promise<Language> {
  if (askerId === undefined) return languageOf(locale);
  try {
    return (await chats.languageOf(vault.pseudonym("person", askerId))) ?? languageOf(locale);
  } catch (error) {
    log("error", "language-unreadable", {}, error);
    return languageOf(locale);
  }
}

/** Cards can be made without it, with fewer names; whoever cannot do without asks for it again and gets the fault. */
async function readableContent(
  { content, log }: ChatParts,
  { type }: Activity,
): Promise<Content | undefined> {
  try {
    return await content.current();
  } catch (error) {
    log("warn", "content-unreadable", { activity: type }, error);
    return undefined;
  }
}
