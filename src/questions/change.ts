import type { MemberId } from "../base/vocabulary.ts";
import { DeskFault } from "./desk-fault.ts";
import type { DeskParts } from "./desk-parts.ts";
import { after, type Step } from "./life.ts";
import type { Notice } from "./notice.ts";
import { type Choice, chooseMember, excludedFor } from "./offering.ts";
import type { ReturnAddress } from "./opened-question.ts";
import type { QuestionTransaction } from "./ports.ts";
import type { OfferStatus, Question } from "./question.ts";

/** Between two attempts to find somebody for a question that nobody could take. */
const rerouteAfterMs = 15 * 60_000;

/** A transaction on one question, with what a command needs to change it. */
export interface Change {
  readonly parts: DeskParts;
  readonly transaction: QuestionTransaction;
}

/** Takes a step of the question's life. Throws `not-possible` where the table has none. */
export async function take(
  { parts, transaction }: Change,
  question: Question,
  step: Step,
  change: { readonly assignee?: MemberId | undefined } = {},
): Promise<Question> {
  const status = after(question.status, step);
  if (!status) throw new DeskFault("not-possible");
  const next = { ...question, ...change, status, changedAt: parts.clock() };
  await transaction.update(next);
  await transaction.settleOffers(next.id, next.assignee, {
    ofAssignee: offerStatus(next, true),
    ofOthers: offerStatus(next, false),
  });
  return next;
}

/** What a question in this state asks of a member who did not decline it. */
function offerStatus({ status, assignee }: Question, isAssignee: boolean): OfferStatus {
  if (status === "closed" || status === "withdrawn") return "over";
  if (isAssignee) return status === "answered" ? "answered" : "claimed";
  return assignee === undefined ? "offered" : "passed";
}

export function notify(
  { parts, transaction }: Change,
  question: Question,
  notices: readonly Notice[],
): Promise<void> {
  return transaction.enqueue(question.id, notices, parts.clock());
}

interface Offering {
  readonly choice: Choice;
  readonly returnAddress: ReturnAddress | undefined;
  readonly declined: readonly MemberId[];
}

/** Offers a question that nobody has to the next member; when there is none, it is tried again later. */
export async function offerToNext(
  change: Change,
  question: Question,
  { choice, returnAddress, declined }: Offering,
): Promise<void> {
  const { parts, transaction } = change;
  const excluded = excludedFor(returnAddress?.askerId, declined);
  const next = chooseMember(parts, choice, { ...question, excluded });
  if (!next) {
    return transaction.enqueue(
      question.id,
      [{ to: "desk", about: "reroute" }],
      parts.clock() + rerouteAfterMs,
    );
  }
  const { memberId } = next;
  const routed = await take(change, question, "route");
  await transaction.setOffer(question.id, { memberId, status: "offered" });
  parts.load.add(memberId);
  await notify(change, routed, [
    { to: "member", memberId, about: "offer" },
    { to: "asker", about: "change" },
  ]);
}
