import type { Pseudonym } from "../anonymity/vault.ts";
import type { MemberId, RoleId, TopicId } from "../base/vocabulary.ts";
import type { Candidate } from "../routing/candidate.ts";
import type { Delivery, Notice } from "./notice.ts";
import type { Author, MessageId, Offer, OfferStatus, Question, QuestionId } from "./question.ts";
import type { AskerView, MemberView } from "./views.ts";

/** Who may answer, and which roles serve which topic, as the organisation publishes it. */
export interface Directory {
  network(): Promise<{
    readonly candidates: readonly Candidate[];
    readonly rolesFor: (topic: TopicId) => readonly RoleId[];
  }>;
}

/** Belgian working days. */
export interface WorkingCalendar {
  /** The ISO date at that moment, in Brussels. */
  dateOf(at: number): string;
  /** A moment in the middle of the day that lies that many working days later, in milliseconds since the epoch. */
  workingDaysAfter(at: number, days: number): number;
}

/** A message as it is stored: its text sealed. */
export interface StoredMessage {
  readonly id: MessageId;
  readonly author: Author;
  readonly sealedText: Uint8Array;
  readonly writtenAt: number;
}

/** How an answer finds its way back, as it is stored; gone once a question is closed. */
export interface StoredReturnAddress {
  /** Finds the open questions of one asker. */
  readonly askerPseudonym: Pseudonym;
  readonly sealed: Uint8Array;
}

export interface StoredQuestion {
  readonly question: Question;
  readonly wrappedKey: Uint8Array;
  /** Keyed hash of the asker's ticket. */
  readonly ticketHash: Pseudonym;
  /** Name and account, sealed; in the mode `named` only. */
  readonly sealedIdentity: Uint8Array | undefined;
  readonly returnAddress: StoredReturnAddress | undefined;
  readonly messages: readonly StoredMessage[];
  readonly offers: readonly Offer[];
}

export interface QuestionStore {
  /** The question as it is now, not locked: good for showing, not for changing. */
  read(id: QuestionId): Promise<StoredQuestion | undefined>;
  /**
   * Destroys the return addresses of confidential and anonymous questions that
   * are over and to whose asker nothing is on its way: what a crash between the
   * last delivery and its address left behind.
   */
  forgetAskers(): Promise<void>;
  /** Open questions per member: offered, or in hand and not yet answered. */
  load(): Promise<ReadonlyMap<MemberId, number>>;
  /** Runs `work` in one transaction: all of it is stored, or nothing. */
  transaction<T>(work: (transaction: QuestionTransaction) => Promise<T>): Promise<T>;
}

export interface QuestionTransaction {
  /** Stores a new question with its messages, offers and return address; false when that id is there already. */
  insert(stored: StoredQuestion): Promise<boolean>;
  /** The question, locked against other transactions until this one ends. */
  lock(id: QuestionId): Promise<StoredQuestion | undefined>;
  update(question: Question): Promise<void>;
  /** False when a message with that id is there already. */
  addMessage(questionId: QuestionId, message: StoredMessage): Promise<boolean>;
  setOffer(questionId: QuestionId, offer: Offer): Promise<void>;
  /** Sets the offers of a question that were not declined: that of whoever has it in hand, and those of the others. */
  settleOffers(
    questionId: QuestionId,
    assignee: MemberId | undefined,
    statuses: { readonly ofAssignee: OfferStatus; readonly ofOthers: OfferStatus },
  ): Promise<void>;
  setReturnAddress(questionId: QuestionId, address: StoredReturnAddress | undefined): Promise<void>;
  /** Puts notices in the outbox; they are due at `dueAt`. */
  enqueue(questionId: QuestionId, notices: readonly Notice[], dueAt: number): Promise<void>;
  /** Whether something still has to reach the asker. */
  hasNoticeForAsker(questionId: QuestionId): Promise<boolean>;
  /** The newest questions whose return address bears this pseudonym, newest first. */
  questionsOf(asker: Pseudonym, limit: number): Promise<readonly QuestionId[]>;
}

export interface OutboxStore {
  /**
   * Takes deliveries that are due, at most one per stream, and keeps them from
   * other workers until `leaseUntil`.
   */
  take(now: number, leaseUntil: number, limit: number): Promise<readonly Delivery[]>;
  /** It arrived: forget it. What waited behind it in its stream is taken in the same breath, and handed out. */
  done(sequence: number, leaseUntil: number): Promise<Delivery | undefined>;
  /** Still under way: keeps deliveries that were taken from other workers for longer. */
  extend(sequences: readonly number[], leaseUntil: number): Promise<void>;
  /** It did not arrive: try again at `dueAt`. */
  again(sequence: number, dueAt: number): Promise<void>;
  /** Makes due at `now` what is first of its stream and yet waits for a turn that nobody passed on. */
  passTurns(now: number): Promise<void>;
}

/** What became of an attempt. `unreachable`: this person cannot be reached at all, now or later. */
export type Outcome =
  | { readonly kind: "delivered" }
  | { readonly kind: "later"; readonly afterMs: number | undefined }
  | { readonly kind: "unreachable" };

/** Brings notices to people. Never throws for a failed delivery: it returns what became of it. */
export interface Courier {
  toMember(notice: Extract<Notice, { to: "member" }>, view: MemberView): Promise<Outcome>;
  /** `address` is what the asker's side gave with the question, untouched. */
  toAsker(notice: Extract<Notice, { to: "asker" }>, view: AskerView, address: string): Promise<Outcome>;
}
