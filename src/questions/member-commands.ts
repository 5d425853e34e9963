import type { MemberId } from "../base/vocabulary.ts";
import { type Change, notify, offerToNext, take } from "./change.ts";
import { checkedText } from "./checked-text.ts";
import { DeskFault } from "./desk-fault.ts";
import type { DeskParts } from "./desk-parts.ts";
import type { Notice } from "./notice.ts";
import { type Choice, prepareChoice, requireMember } from "./offering.ts";
import {
  declinedBy,
  memberView,
  type OpenedQuestion,
  offeredTo,
  openQuestion,
  returnAddressOf,
  sealMessage,
} from "./opened-question.ts";
import type { StoredQuestion } from "./ports.ts";
import type { MessageId, QuestionId } from "./question.ts";
import type { MemberView } from "./views.ts";

/** A member takes the question in hand. Claiming what one holds already changes nothing. */
export function claim(parts: DeskParts, memberId: MemberId, id: QuestionId): Promise<MemberView> {
  return asMember(parts, memberId, id, async (change, opened) => {
    await claimFor(change, opened, memberId);
  });
}

/**
 * A member answers, and takes the question in hand if nobody had it: one tap
 * less for a volunteer. The same message twice is one answer.
 */
export function answer(
  parts: DeskParts,
  memberId: MemberId,
  id: QuestionId,
  message: { readonly id: MessageId; readonly text: string },
): Promise<MemberView> {
  return asMember(parts, memberId, id, async (change, opened) => {
    const text = checkedText(message.text);
    if (opened.stored.messages.some((earlier) => earlier.id === message.id)) return;
    const claimed = await claimFor(change, opened, memberId);
    const answered = await take(change, claimed, "answer");
    const author = { by: "member", memberId } as const;
    const sealed = sealMessage(opened.key, id, { id: message.id, author, text, writtenAt: parts.clock() });
    await change.transaction.addMessage(id, sealed);
    await notify(change, answered, [{ to: "asker", about: "answer", messageId: message.id }]);
  });
}

/** A member says no, and sees the question no more; it goes to the next who can take it, or waits for one. */
export async function decline(parts: DeskParts, memberId: MemberId, id: QuestionId): Promise<void> {
  const choice = await prepareChoice(parts);
  await asMember(parts, memberId, id, (change, opened) => passOn(change, opened, memberId, choice));
}

/** The same without the member's word: they cannot be reached, so somebody else must get it. */
export async function passOnFromUnreachable(
  parts: DeskParts,
  memberId: MemberId,
  id: QuestionId,
): Promise<void> {
  const choice = await prepareChoice(parts);
  await parts.store.transaction(async (transaction) => {
    const stored = await transaction.lock(id);
    if (!stored || !isOffered(stored, memberId)) return;
    if (stored.question.status !== "routed" && stored.question.assignee !== memberId) return;
    await passOn({ parts, transaction }, await openQuestion(parts.vault, stored), memberId, choice);
  });
  parts.wakeOutbox();
}

/** The question as this member may see it now. */
export function viewAsMember(parts: DeskParts, memberId: MemberId, id: QuestionId): Promise<MemberView> {
  return asMember(parts, memberId, id, async () => undefined);
}

async function passOn(
  change: Change,
  opened: OpenedQuestion,
  memberId: MemberId,
  choice: Choice,
): Promise<void> {
  const { stored } = opened;
  const received = await take(change, stored.question, "decline", { assignee: undefined });
  await change.transaction.setOffer(received.id, { memberId, status: "declined" });
  const declined = [...declinedBy(stored), memberId];
  await offerToNext(change, received, { choice, returnAddress: returnAddressOf(opened), declined });
}

async function claimFor(change: Change, { stored }: OpenedQuestion, memberId: MemberId) {
  const { question } = stored;
  if (question.assignee === memberId) return question;
  const claimed = await take(change, question, "claim", { assignee: memberId });
  const others = offeredTo(stored).filter((other) => other !== memberId);
  const notices = others.map((other): Notice => ({ to: "member", memberId: other, about: "change" }));
  await notify(change, claimed, [{ to: "asker", about: "change" }, ...notices]);
  return claimed;
}

/**
 * Runs a command of a member on a question that was offered to them and not
 * declined, and returns what they see afterwards.
 */
async function asMember(
  parts: DeskParts,
  memberId: MemberId,
  id: QuestionId,
  work: (change: Change, opened: OpenedQuestion) => Promise<void>,
): Promise<MemberView> {
  await requireMember(parts, memberId);
  const view = await parts.store.transaction(async (transaction) => {
    const stored = await transaction.lock(id);
    if (!stored || !isOffered(stored, memberId)) throw new DeskFault("not-found");
    const { assignee } = stored.question;
    if (assignee !== undefined && assignee !== memberId) throw new DeskFault("taken", { holder: assignee });
    const opened = await openQuestion(parts.vault, stored);
    await work({ parts, transaction }, opened);
    const current = (await transaction.lock(id)) ?? stored;
    return memberView({ ...opened, stored: current }, memberId, parts.calendar);
  });
  parts.wakeOutbox();
  return view;
}

function isOffered(stored: StoredQuestion, memberId: MemberId): boolean {
  return offeredTo(stored).includes(memberId);
}
