import { forgetAsker } from "./asker-commands.ts";
import { offerToNext } from "./change.ts";
import type { DeskParts } from "./desk-parts.ts";
import { passOnFromUnreachable } from "./member-commands.ts";
import type { Delivery, Notice } from "./notice.ts";
import { prepareChoice } from "./offering.ts";
import {
  askerView,
  declinedBy,
  memberView,
  type OpenedQuestion,
  offeredTo,
  openQuestion,
  returnAddressOf,
} from "./opened-question.ts";
import type { Courier, Outcome, StoredQuestion } from "./ports.ts";
import type { QuestionId } from "./question.ts";

const delivered: Outcome = { kind: "delivered" };

/** Brings one delivery to whom it is for, as the question is now; what is no longer true is not sent. */
export async function deliver(parts: DeskParts, courier: Courier, delivery: Delivery): Promise<Outcome> {
  const { notice, questionId } = delivery;
  const opened = await openNow(parts, questionId);
  if (!opened) return delivered;
  switch (notice.to) {
    case "member":
      return toMember(parts, courier, opened, notice);
    case "asker":
      return toAsker(parts, courier, opened, notice);
    case "desk":
      await reroute(parts, questionId);
      return delivered;
  }
}

/** After the last delivery to the asker of a question that is over, its return address goes. */
export async function afterDelivery(parts: DeskParts, { questionId, notice }: Delivery): Promise<void> {
  if (notice.to !== "asker") return;
  await parts.store.transaction(async (transaction) => {
    const stored = await transaction.lock(questionId);
    if (stored && isOver(stored)) await forgetAsker({ parts, transaction }, stored.question);
  });
}

function isOver({ question: { status } }: StoredQuestion): boolean {
  return status === "closed" || status === "withdrawn";
}

async function toMember(
  parts: DeskParts,
  courier: Courier,
  opened: OpenedQuestion,
  notice: Extract<Notice, { to: "member" }>,
): Promise<Outcome> {
  const { memberId } = notice;
  const { question } = opened.stored;
  const theirs = offeredTo(opened.stored).includes(memberId);
  const free = question.assignee === undefined || question.assignee === memberId;
  if (notice.about !== "change" && (!theirs || !free || isOver(opened.stored))) return delivered;
  const outcome = await courier.toMember(notice, memberView(opened, memberId, parts.calendar));
  if (outcome.kind !== "unreachable") return outcome;
  if (notice.about !== "change") await passOnFromUnreachable(parts, memberId, question.id);
  return delivered;
}

async function toAsker(
  parts: DeskParts,
  courier: Courier,
  opened: OpenedQuestion,
  notice: Extract<Notice, { to: "asker" }>,
): Promise<Outcome> {
  const returnAddress = returnAddressOf(opened);
  if (!returnAddress) return delivered;
  const view = askerView(opened, returnAddress.ticket, parts.calendar);
  const outcome = await courier.toAsker(notice, view, returnAddress.address);
  // An asker who cannot be reached still finds the answer under "my questions".
  return outcome.kind === "unreachable" ? delivered : outcome;
}

async function reroute(parts: DeskParts, id: QuestionId): Promise<void> {
  const choice = await prepareChoice(parts);
  await parts.store.transaction(async (transaction) => {
    const stored = await transaction.lock(id);
    if (stored?.question.status !== "received") return;
    const returnAddress = returnAddressOf(await openQuestion(parts.vault, stored));
    const declined = declinedBy(stored);
    await offerToNext({ parts, transaction }, stored.question, { choice, returnAddress, declined });
  });
}

async function openNow(parts: DeskParts, id: QuestionId): Promise<OpenedQuestion | undefined> {
  const stored = await parts.store.read(id);
  return stored && openQuestion(parts.vault, stored);
}
