import { z } from "zod";
import type { DataKey, Vault } from "../anonymity/vault.ts";
import type { MemberId } from "../base/vocabulary.ts";
import { answerWithinWorkingDays } from "./desk-parts.ts";
import type { StoredMessage, StoredQuestion, StoredReturnAddress, WorkingCalendar } from "./ports.ts";
import type { AskerId, Author, Message, MessageId, QuestionId, Ticket } from "./question.ts";
import type { AskerIdentity, AskerView, MemberView } from "./views.ts";

/** What is sealed in a return address. */
export interface ReturnAddress {
  readonly askerId: AskerId;
  /** Opaque to the desk: whoever gave it knows how to reach the asker with it. */
  readonly address: string;
  readonly ticket: Ticket;
}

/** What is sealed as the asker's identity in the mode `named`. */
export interface Identity {
  readonly name: string;
  readonly account: string | undefined;
}

// What was sealed before can have been sealed by an older version: parsed like anything foreign.
const returnAddressSchema = z.object({
  askerId: z.string().transform((id) => id as AskerId),
  address: z.string(),
  ticket: z.string().transform((ticket) => ticket as Ticket),
});
const identitySchema = z.object({ name: z.string(), account: z.string().optional() });

/** The contexts that sealed values are bound to, so that none opens in another's place. */
const contextOf = {
  message: (question: QuestionId, message: MessageId) => `question/${question}/message/${message}`,
  returnAddress: (question: QuestionId) => `question/${question}/return-address`,
  identity: (question: QuestionId) => `question/${question}/identity`,
};

export function sealMessage(
  key: DataKey,
  questionId: QuestionId,
  message: { id: MessageId; author: Author; text: string; writtenAt: number },
): StoredMessage {
  const { text, ...open } = message;
  return { ...open, sealedText: key.seal(text, contextOf.message(questionId, message.id)) };
}

export function sealReturnAddress(
  vault: Vault,
  key: DataKey,
  questionId: QuestionId,
  address: ReturnAddress,
): StoredReturnAddress {
  return {
    askerPseudonym: vault.pseudonym("asker", address.askerId),
    sealed: key.seal(JSON.stringify(address), contextOf.returnAddress(questionId)),
  };
}

export function sealIdentity(key: DataKey, questionId: QuestionId, identity: Identity): Uint8Array {
  return key.seal(JSON.stringify(identity), contextOf.identity(questionId));
}

export function ticketHash(vault: Vault, ticket: Ticket) {
  return vault.pseudonym("ticket", ticket);
}

/** A stored question with the key that opens what is sealed in it. */
export interface OpenedQuestion {
  readonly stored: StoredQuestion;
  readonly key: DataKey;
}

export async function openQuestion(vault: Vault, stored: StoredQuestion): Promise<OpenedQuestion> {
  return { stored, key: await vault.openDataKey(stored.wrappedKey) };
}

/** Who asked, opened only where it is needed; undefined once it was destroyed. */
export function returnAddressOf({ stored, key }: OpenedQuestion): ReturnAddress | undefined {
  if (!stored.returnAddress) return undefined;
  const context = contextOf.returnAddress(stored.question.id);
  return returnAddressSchema.parse(JSON.parse(key.open(stored.returnAddress.sealed, context)));
}

export function askerView(opened: OpenedQuestion, ticket: Ticket, calendar: WorkingCalendar): AskerView {
  const { assignee } = opened.stored.question;
  return {
    ...commonView(opened, calendar),
    readers: assignee === undefined ? offeredTo(opened.stored) : [assignee],
    ticket,
  };
}

export function memberView(opened: OpenedQuestion, viewer: MemberId, calendar: WorkingCalendar): MemberView {
  return { ...commonView(opened, calendar), viewer, asker: identityOf(opened) };
}

/** The members who were asked and have not said no. */
export function offeredTo(stored: StoredQuestion): MemberId[] {
  return stored.offers.filter((offer) => offer.status !== "declined").map((offer) => offer.memberId);
}

export function declinedBy(stored: StoredQuestion): MemberId[] {
  return stored.offers.filter((offer) => offer.status === "declined").map((offer) => offer.memberId);
}

function identityOf({ stored, key }: OpenedQuestion): AskerIdentity {
  if (!stored.sealedIdentity) return { known: false };
  const text = key.open(stored.sealedIdentity, contextOf.identity(stored.question.id));
  const { name, account } = identitySchema.parse(JSON.parse(text));
  return { known: true, name, account };
}

function commonView({ stored, key }: OpenedQuestion, calendar: WorkingCalendar) {
  const { id, mode, topic, language, status, askedAt, assignee } = stored.question;
  const thread = stored.messages.map(
    ({ sealedText, ...message }): Message => ({
      ...message,
      text: key.open(sealedText, contextOf.message(id, message.id)),
    }),
  );
  const expectedBy = calendar.workingDaysAfter(askedAt, answerWithinWorkingDays);
  return { id, mode, topic, language, status, askedAt, assignee, expectedBy, thread };
}
