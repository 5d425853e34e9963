import { z } from "zod";
import type { MessageId, QuestionId, Ticket } from "../../src/questions/question.ts";
import { askerCard } from "../cards/asker-card.ts";
import type { Card, Verb } from "../cards/card.ts";
import { mostQuestions, myQuestionsCard } from "../cards/my-questions-card.ts";
import { retryCard, sentenceCard } from "../cards/plain-cards.ts";
import { nameOf } from "../cards/scene.ts";
import { threadCard } from "../cards/thread-card.ts";
import { questionId } from "./card-data.ts";
import type { ChatParts } from "./chat-parts.ts";
import { faultSentence, isRefusal, mayWorkLater } from "./fault-words.ts";
import { lasting, type Pressed, passing } from "./pressed.ts";
import { addressOf, type PersonTurn } from "./turn.ts";

const text = z.string().default("");
const ticket = z
  .string()
  .min(1)
  .transform((value) => value as Ticket);
const ownSchema = z.object({ questionId, ticket });
const followUpSchema = ownSchema.extend({ messageId: z.guid(), text });
const readSchema = ownSchema.extend({ messageId: z.string() });

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
