import type { Language } from "../base/language.ts";
import type { MemberId, TopicId } from "../base/vocabulary.ts";
import { checkedText } from "./checked-text.ts";
import { DeskFault } from "./desk-fault.ts";
import type { DeskParts } from "./desk-parts.ts";
import { chooseMember, excludedFor, prepareChoice } from "./offering.ts";
import {
  askerView,
  type Identity,
  openQuestion,
  returnAddressOf,
  sealIdentity,
  sealMessage,
  sealReturnAddress,
  ticketHash,
} from "./opened-question.ts";
import type { StoredQuestion } from "./ports.ts";
import type { AskerId, MessageId, QuestionId, Ticket } from "./question.ts";
import type { AskerView } from "./views.ts";

export interface AskCommand {
  /** Made before sending, so that the same command twice makes one question. */
  readonly questionId: QuestionId;
  readonly askerId: AskerId;
  /** How to reach the asker; opaque to the desk, sealed at once, destroyed on closing. */
  readonly address: string;
  /** Kept only in the mode `named`. */
  readonly identity: Identity;
  readonly mode: "named" | "confidential";
  readonly topic: TopicId;
  readonly language: Language;
  readonly text: string;
}

/** Accepts a question: question, message, address, offer and notice in one transaction. */
export async function ask(parts: DeskParts, command: AskCommand): Promise<AskerView> {
  const text = checkedText(command.text);
  const choice = await prepareChoice(parts);
  const { vault, store } = parts;
  const { key, wrapped } = await vault.newDataKey();
  const ticket = vault.randomToken() as Ticket;
  const { questionId, mode, topic, language, askerId, address } = command;
  const now = parts.clock();
  const chosen = chooseMember(parts, choice, { topic, language, excluded: excludedFor(askerId) });
  if (!chosen) throw new DeskFault("nobody-available");
  const { memberId } = chosen;
  // Before anything is awaited: who asks at the same moment must see it.
  parts.load.add(memberId);

  const view = await store.transaction(async (transaction) => {
    const stored: StoredQuestion = {
      question: {
        ...{ id: questionId, mode, topic, language, status: "routed", assignee: undefined },
        ...{ askedAt: now, changedAt: now },
      },
      wrappedKey: wrapped,
      ticketHash: ticketHash(vault, ticket),
      sealedIdentity: mode === "named" ? sealIdentity(key, questionId, command.identity) : undefined,
      returnAddress: sealReturnAddress(vault, key, questionId, { askerId, address, ticket }),
      messages: [
        sealMessage(key, questionId, {
          ...{ id: firstMessageOf(questionId), author: { by: "asker" }, text, writtenAt: now },
        }),
      ],
      offers: [{ memberId, status: "offered" }],
    };
    if (!(await transaction.insert(stored))) return undefined;
    await transaction.enqueue(questionId, [{ to: "member", memberId, about: "offer" }], now);
    return askerView({ stored, key }, ticket, parts.calendar);
  });
  if (!view) return receiptOf(parts, command);
  parts.wakeOutbox();
  return view;
}

/** The same command came before: the receipt of then, for the same asker only. */
async function receiptOf(parts: DeskParts, { questionId, askerId }: AskCommand): Promise<AskerView> {
  return parts.store.transaction(async (transaction) => {
    const stored = await transaction.lock(questionId);
    if (!stored) throw new DeskFault("not-found");
    const opened = await openQuestion(parts.vault, stored);
    const returnAddress = returnAddressOf(opened);
    if (returnAddress?.askerId !== askerId) throw new DeskFault("not-found");
    return askerView(opened, returnAddress.ticket, parts.calendar);
  });
}

/** Who would get such a question now, to tell the asker before sending. */
export async function previewMember(
  parts: DeskParts,
  wanted: { readonly topic: TopicId; readonly language: Language; readonly askerId: AskerId },
): Promise<MemberId | undefined> {
  const choice = await prepareChoice(parts);
  const chosen = chooseMember(parts, choice, { ...wanted, excluded: excludedFor(wanted.askerId) });
  return chosen?.memberId;
}

/** The first message bears its question's id, since they come and go together. */
function firstMessageOf(questionId: QuestionId): MessageId {
  return `${questionId}` as MessageId;
}
