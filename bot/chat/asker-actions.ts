import { TeamsInfo } from "botbuilder";
import { z } from "zod";
import { topicIds } from "../../src/base/vocabulary.ts";
import { DeskFault } from "../../src/questions/desk-fault.ts";
import type { MessageId, QuestionId, Ticket } from "../../src/questions/question.ts";
import type { AskerView } from "../../src/questions/views.ts";
import { askerCard } from "../cards/asker-card.ts";
import type { Card, Verb } from "../cards/card.ts";
import { draftCard } from "../cards/draft-card.ts";
import { mostQuestions, myQuestionsCard } from "../cards/my-questions-card.ts";
import { retryCard, sentenceCard } from "../cards/plain-cards.ts";
import { nameOf } from "../cards/scene.ts";
import { threadCard } from "../cards/thread-card.ts";
import { writeAddress } from "../courier-address.ts";
import type { ChatParts } from "./chat-parts.ts";
import { faultSentence, isRefusal, mayWorkLater } from "./fault-words.ts";
import { lasting, type Pressed, passing } from "./pressed.ts";
import type { Person, Turn } from "./turn.ts";

const text = z.string().default("");
const questionId = z.guid().transform((id) => id as QuestionId);
const ticket = z
  .string()
  .min(1)
  .transform((value) => value as Ticket);
const memberId = z.string().transform((id) => id as NonNullable<AskerView["assignee"]>);

const sendSchema = z.object({
  questionId,
  text,
  topic: z.enum(topicIds),
  mode: z.enum(["named", "confidential"]),
  /** For which topic the card named which reader. */
  shown: z.object({ topic: z.enum(topicIds), reader: memberId.optional() }).optional(),
});
const ownSchema = z.object({ questionId, ticket });
const followUpSchema = ownSchema.extend({ messageId: z.guid(), text });
const readSchema = ownSchema.extend({ messageId: z.string() });

/** A turn whose person we know. */
export type PersonTurn = Turn & { readonly person: Person };

/** Send: the draft becomes a question and its card the receipt. */
export async function send(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const command = sendSchema.parse(data);
  const { scene, person } = turn;
  const { mode, topic } = command;
  try {
    const changed = await changedReader(parts, turn, command);
    if (changed) {
      const notice = scene.words.card.readerChanged(nameOf(scene, changed));
      return passing(draftCard(scene, { ...command, reader: changed }, notice));
    }
    const account = mode === "named" ? await accountOf(parts, turn) : undefined;
    const view = await parts.desk.ask({
      ...{ questionId: command.questionId, mode, topic, text: command.text },
      ...{ askerId: person.askerId, language: scene.language },
      address: addressOf(turn),
      identity: { name: person.name, account },
    });
    return lasting(askerCard(scene, view));
  } catch (error) {
    return passing(unsentDraft(parts, turn, command, error));
  }
}

type SendCommand = z.infer<typeof sendSchema>;

/**
 * Whom the chosen topic goes to, when that is not who the card named: nobody
 * sends a question to someone other than they saw.
 */
async function changedReader({ desk }: ChatParts, { person, scene }: PersonTurn, command: SendCommand) {
  const { shown, topic } = command;
  if (!shown || shown.topic === topic) return undefined;
  const reader = await desk.preview({ topic, language: scene.language, askerId: person.askerId });
  if (reader === undefined || reader === shown.reader) return undefined;
  const sent = await desk.questionsOfAsker(person.askerId, mostQuestions);
  return sent.some(({ id }) => id === command.questionId) ? undefined : reader;
}

function unsentDraft({ log }: ChatParts, { scene }: PersonTurn, command: SendCommand, error: unknown): Card {
  const typed = command.text;
  const sentence = faultSentence(scene, error, { to: "asker", typed });
  if (!isRefusal(error)) log("error", "send-failed", {}, error);
  if (error instanceof DeskFault && error.reason === "not-found") return sentenceCard(scene, sentence, typed);
  if (scene.content && isRefusal(error)) {
    const nobody = error instanceof DeskFault && error.reason === "nobody-available";
    return draftCard(scene, { ...command, reader: nobody ? undefined : command.shown?.reader }, sentence);
  }
  const { text: _, ...kept } = command;
  return retryCard(scene, sentence, {
    input: { id: "text", label: scene.words.card.yourQuestion, value: typed },
    ...{ verb: "send", data: kept, withHelpLines: true },
  });
}

export async function followUp(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const command = followUpSchema.parse(data);
  const claim = { ticket: command.ticket, askerId: turn.person.askerId, address: addressOf(turn) };
  // The same text from the same card is one message; another text is another one, even from a card that stayed behind.
  const id = parts.vault.derivedId("follow-up", `${command.messageId}/${command.text}`) as MessageId;
  return asAsker(parts, turn, { ...command, verb: "follow-up", typed: command.text }, async () => {
    const view = await parts.desk.followUp(claim, command.questionId, { id, text: command.text });
    return askerCard(turn.scene, view, { notice: turn.scene.words.asker.followUpSent });
  });
}

export function close(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const command = ownSchema.parse(data);
  return asAsker(parts, turn, { ...command, verb: "close" }, async () =>
    askerCard(turn.scene, await parts.desk.close(command.ticket, command.questionId)),
  );
}

export function withdraw(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const command = ownSchema.parse(data);
  return asAsker(parts, turn, { ...command, verb: "withdraw" }, async () =>
    askerCard(turn.scene, await parts.desk.withdraw(command.ticket, command.questionId)),
  );
}

export function open(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const command = ownSchema.parse(data);
  return asAsker(parts, turn, { ...command, verb: "open" }, async () =>
    askerCard(turn.scene, await parts.desk.viewAsAsker(command.ticket, command.questionId)),
  );
}

/** One message of a conversation, whole. */
export function readOwn(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const command = readSchema.parse(data);
  const { scene } = turn;
  return asAsker(parts, turn, { ...command, verb: "open" }, async () => {
    const { thread: messages } = await parts.desk.viewAsAsker(command.ticket, command.questionId);
    const { questionId, ticket } = command;
    return threadCard(scene, {
      ...{
        messages,
        index: Math.max(
          0,
          messages.findIndex(({ id }) => id === command.messageId),
        ),
      },
      who: ({ author }) =>
        author.by === "asker" ? scene.words.asker.youAsked : nameOf(scene, author.memberId),
      data: { questionId, ticket },
    });
  });
}

export async function myQuestions(parts: ChatParts, { scene, person }: PersonTurn): Promise<Card> {
  try {
    return myQuestionsCard(scene, await parts.desk.questionsOfAsker(person.askerId, mostQuestions));
  } catch (error) {
    parts.log("error", "my-questions-failed", {}, error);
    const sentence = faultSentence(scene, error, { to: "asker" });
    return retryCard(scene, sentence, { input: undefined, verb: "my-questions", data: {} });
  }
}

interface OwnCommand {
  readonly questionId: QuestionId;
  readonly ticket: Ticket;
  /** The key of what was typed: kept, so that trying again cannot write it twice. */
  readonly messageId?: string;
  readonly verb: Verb;
  readonly typed?: string;
}

/** Runs a command of an asker; a refusal is answered with the state of today and what was typed. */
async function asAsker(
  parts: ChatParts,
  { scene }: PersonTurn,
  { questionId, ticket, messageId, verb, typed }: OwnCommand,
  work: () => Promise<Card>,
): Promise<Pressed> {
  try {
    const card = await work();
    return verb === "open" ? passing(card) : lasting(card);
  } catch (error) {
    const sentence = faultSentence(scene, error, { to: "asker", typed });
    if (!isRefusal(error)) parts.log("error", "asker-action-failed", { verb }, error);
    if (mayWorkLater(error)) {
      const input = { id: "text", label: scene.words.asker.followUpLabel, value: typed ?? "" };
      const asked = typed === undefined ? undefined : input;
      return passing(
        retryCard(scene, sentence, { input: asked, verb, data: { questionId, ticket, messageId } }),
      );
    }
    const view = await parts.desk.viewAsAsker(ticket, questionId).catch(() => undefined);
    if (!view) return passing(sentenceCard(scene, sentence, typed));
    return lasting(askerCard(scene, view, { notice: sentence, unsent: typed }));
  }
}

function addressOf({ place, scene, replyToId }: PersonTurn): string {
  return writeAddress({ place, language: scene.language, receiptId: replyToId });
}

/** The sign-in name, for a chat button on the member's card. Without it there is just no button. */
async function accountOf({ log }: ChatParts, { context, person }: PersonTurn): Promise<string | undefined> {
  try {
    const { userPrincipalName } = await TeamsInfo.getMember(context, person.chatUserId);
    return userPrincipalName;
  } catch (error) {
    log("warn", "account-unknown", {}, error);
    return undefined;
  }
}
