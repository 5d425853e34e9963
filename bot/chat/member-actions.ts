import { z } from "zod";
import type { MemberId } from "../../src/base/vocabulary.ts";
import { DeskFault } from "../../src/questions/desk-fault.ts";
import type { MessageId, QuestionId } from "../../src/questions/question.ts";
import type { Card, Verb } from "../cards/card.ts";
import { memberCard, wroteBy } from "../cards/member-card.ts";
import { retryCard, sentenceCard } from "../cards/plain-cards.ts";
import { threadCard } from "../cards/thread-card.ts";
import { questionId } from "./card-data.ts";
import type { ChatParts } from "./chat-parts.ts";
import { faultSentence, isRefusal, mayWorkLater } from "./fault-words.ts";
import { lasting, type Pressed, passing } from "./pressed.ts";
import type { PersonTurn } from "./turn.ts";

const offeredSchema = z.object({ questionId, answer: z.string().optional() });
const answerSchema = z.object({ questionId, messageId: z.guid(), answer: z.string().default("") });
const readSchema = z.object({ questionId, messageId: z.string().optional() });

/** Claim: the card becomes the one with the answer box; what was already typed stays in it. */
export function claim(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const { questionId, answer: typed } = offeredSchema.parse(data);
  return asMember(parts, turn, { questionId, verb: "claim", typed }, async (member) =>
    memberCard(turn.scene, await parts.desk.claim(member, questionId), { typed }),
  );
}

export function answer(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const { questionId, messageId, answer: typed } = answerSchema.parse(data);
  // The same text from the same card is one answer; another text is another one.
  const id = parts.vault.derivedId("answer", `${messageId}/${typed}`) as MessageId;
  return asMember(parts, turn, { questionId, messageId, verb: "answer", typed }, async (member) =>
    memberCard(turn.scene, await parts.desk.answer(member, questionId, { id, text: typed })),
  );
}

/** Decline. The desk forgets that this member ever saw it, so the second press is known by its own mark. */
export function decline(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const { questionId } = offeredSchema.parse(data);
  const declined = sentenceCard(turn.scene, turn.scene.words.member.declined);
  return asMember(parts, turn, { questionId, verb: "decline" }, async (member) => {
    const mark = parts.vault.pseudonym("declined", `${member}/${questionId}`);
    try {
      await parts.desk.decline(member, questionId);
    } catch (error) {
      const before = error instanceof DeskFault && error.reason !== "not-possible";
      if (before && (await parts.chats.wasHandled(mark))) return declined;
      throw error;
    }
    await parts.chats.markHandled(mark, parts.clock()).catch((error: unknown) => {
      parts.log("warn", "decline-not-marked", {}, error);
    });
    return declined;
  });
}

export function viewOffered(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const { questionId } = offeredSchema.parse(data);
  return asMember(parts, turn, { questionId, verb: "view" }, async (member) =>
    memberCard(turn.scene, await parts.desk.viewAsMember(member, questionId)),
  );
}

/** One message of a conversation, whole. */
export function readOffered(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const { questionId, messageId } = readSchema.parse(data);
  return asMember(parts, turn, { questionId, verb: "view" }, async (member) => {
    const { thread: messages, viewer } = await parts.desk.viewAsMember(member, questionId);
    return threadCard(turn.scene, {
      ...{
        messages,
        index: Math.max(
          0,
          messages.findIndex(({ id }) => id === messageId),
        ),
      },
      who: (message) => wroteBy(turn.scene, viewer, message),
      data: { questionId },
    });
  });
}

interface MemberCommand {
  readonly questionId: QuestionId;
  /** The key of what was typed: kept, so that trying again cannot write it twice. */
  readonly messageId?: string;
  readonly verb: Verb;
  readonly typed?: string | undefined;
}

/** Refusals after which the member may still see the question: the card itself says what is wrong. */
const canShowCard: ReadonlySet<string> = new Set(["not-possible", "text-empty", "text-too-long"]);

/** Runs a command of a member; a refusal is answered with the state of today and what was typed. */
async function asMember(
  parts: ChatParts,
  { scene, person }: PersonTurn,
  { questionId, messageId, verb, typed }: MemberCommand,
  work: (member: MemberId) => Promise<Card>,
): Promise<Pressed> {
  // Whoever presses a member's card is that member or nobody: the desk checks it against the list.
  const member = `${person.askerId}` as MemberId;
  try {
    const card = await work(member);
    return verb === "view" ? passing(card) : lasting(card);
  } catch (error) {
    const sentence = faultSentence(scene, error, { to: "member", typed });
    if (!isRefusal(error)) parts.log("error", "member-action-failed", { verb }, error);
    const refusedOnly = error instanceof DeskFault && canShowCard.has(error.reason);
    const view = refusedOnly && (await parts.desk.viewAsMember(member, questionId).catch(() => undefined));
    if (view) return passing(memberCard(scene, view, { notice: sentence, typed }));
    if (mayWorkLater(error)) {
      const input = { id: "answer", label: scene.words.member.answerLabel, value: typed ?? "" };
      const asked = typed === undefined ? undefined : input;
      return passing(retryCard(scene, sentence, { input: asked, verb, data: { questionId, messageId } }));
    }
    return passing(sentenceCard(scene, sentence, typed));
  }
}
