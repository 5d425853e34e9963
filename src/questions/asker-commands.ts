import { type Change, notify, take } from "./change.ts";
import { checkedText } from "./checked-text.ts";
import { DeskFault } from "./desk-fault.ts";
import type { DeskParts } from "./desk-parts.ts";
import type { Notice } from "./notice.ts";
import {
  askerView,
  type OpenedQuestion,
  offeredTo,
  openQuestion,
  returnAddressOf,
  sealMessage,
  sealReturnAddress,
  ticketHash,
} from "./opened-question.ts";
import type { StoredQuestion } from "./ports.ts";
import type { AskerId, MessageId, Question, QuestionId, Ticket } from "./question.ts";
import type { AskerView } from "./views.ts";

/** Who acts as the asker of a question: the ticket is the proof, the rest is where they can be reached now. */
export interface AskerClaim {
  readonly ticket: Ticket;
  readonly askerId: AskerId;
  readonly address: string;
}

/**
 * The asker writes again; on a closed question that opens it again, and since
 * closing destroyed the return address, the present one takes its place.
 */
export function followUp(
  parts: DeskParts,
  asker: AskerClaim,
  id: QuestionId,
  message: { readonly id: MessageId; readonly text: string },
): Promise<AskerView> {
  return asAsker(parts, asker.ticket, id, async (change, { stored, key }) => {
    const text = checkedText(message.text);
    if (stored.messages.some((earlier) => earlier.id === message.id)) return;
    const question = await take(change, stored.question, "follow-up");
    const sealed = sealMessage(key, id, {
      ...{ id: message.id, author: { by: "asker" }, text, writtenAt: parts.clock() },
    });
    await change.transaction.addMessage(id, sealed);
    if (!stored.returnAddress) {
      await change.transaction.setReturnAddress(id, sealReturnAddress(parts.vault, key, id, asker));
    }
    const { id: messageId } = message;
    await notify(
      change,
      question,
      toReaders(stored, (memberId) => ({ to: "member", memberId, about: "follow-up", messageId })),
    );
  });
}

/** The asker is done. The return address is destroyed as soon as nothing is on its way to it. */
export function close(parts: DeskParts, ticket: Ticket, id: QuestionId): Promise<AskerView> {
  return end(parts, ticket, id, "close", "closed");
}

/** The asker takes the question back. */
export function withdraw(parts: DeskParts, ticket: Ticket, id: QuestionId): Promise<AskerView> {
  return end(parts, ticket, id, "withdraw", "withdrawn");
}

/** The question as its asker sees it now. */
export function viewAsAsker(parts: DeskParts, ticket: Ticket, id: QuestionId): Promise<AskerView> {
  return asAsker(parts, ticket, id, async () => undefined);
}

/** The questions of one asker, newest first. Confidential ones that are over are not there: nothing leads to them. */
export async function questionsOfAsker(
  parts: DeskParts,
  askerId: AskerId,
  limit: number,
): Promise<AskerView[]> {
  return parts.store.transaction(async (transaction) => {
    const views: AskerView[] = [];
    for (const id of await transaction.questionsOf(parts.vault.pseudonym("asker", askerId), limit)) {
      const stored = await transaction.lock(id);
      const opened = stored && (await openQuestion(parts.vault, stored));
      const returnAddress = opened && returnAddressOf(opened);
      if (returnAddress) views.push(askerView(opened, returnAddress.ticket, parts.calendar));
    }
    return views;
  });
}

/**
 * Destroys the return address of a question that is over, unless something
 * must still reach the asker. Whoever asked by name keeps finding the question.
 */
export async function forgetAsker({ transaction }: Change, { id, mode }: Question): Promise<void> {
  if (mode === "named" || (await transaction.hasNoticeForAsker(id))) return;
  await transaction.setReturnAddress(id, undefined);
}

function end(
  parts: DeskParts,
  ticket: Ticket,
  id: QuestionId,
  step: "close" | "withdraw",
  ended: "closed" | "withdrawn",
): Promise<AskerView> {
  return asAsker(parts, ticket, id, async (change, { stored }) => {
    if (stored.question.status === ended) return;
    const question = await take(change, stored.question, step);
    await notify(
      change,
      question,
      toReaders(stored, (memberId) => ({ to: "member", memberId, about: "change" })),
    );
    await forgetAsker(change, question);
  });
}

/** A notice for whoever has it in hand, or else for everybody it was offered to. */
function toReaders(
  stored: StoredQuestion,
  notice: (memberId: ReturnType<typeof offeredTo>[number]) => Notice,
): Notice[] {
  const { assignee } = stored.question;
  return (assignee === undefined ? offeredTo(stored) : [assignee]).map(notice);
}

async function asAsker(
  parts: DeskParts,
  ticket: Ticket,
  id: QuestionId,
  work: (change: Change, opened: OpenedQuestion) => Promise<void>,
): Promise<AskerView> {
  const view = await parts.store.transaction(async (transaction) => {
    const stored = await transaction.lock(id);
    if (!stored || stored.ticketHash !== ticketHash(parts.vault, ticket)) throw new DeskFault("not-found");
    const opened = await openQuestion(parts.vault, stored);
    await work({ parts, transaction }, opened);
    const current = (await transaction.lock(id)) ?? stored;
    return askerView({ ...opened, stored: current }, ticket, parts.calendar);
  });
  parts.wakeOutbox();
  return view;
}
