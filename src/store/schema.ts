import type { Generated } from "kysely";
import type { Pseudonym } from "../anonymity/vault.ts";
import type { Language } from "../base/language.ts";
import type { MemberId, TopicId } from "../base/vocabulary.ts";
import type { Status } from "../questions/life.ts";
import type { MessageId, Mode, OfferStatus, QuestionId } from "../questions/question.ts";

/** The tables. All times are milliseconds since the epoch; `Uint8Array` columns are sealed. */
export interface Tables {
  questions: QuestionsTable;
  return_addresses: ReturnAddressesTable;
  messages: MessagesTable;
  offers: OffersTable;
  deliveries: DeliveriesTable;
  handled_activities: { activity: Pseudonym; handled_at: number };
  chosen_languages: { person: Pseudonym; language: Language };
  member_conversations: { member_id: MemberId; reference: string };
  member_cards: { question_id: QuestionId; member_id: MemberId; activity_id: string };
}

export interface QuestionsTable {
  id: QuestionId;
  mode: Mode;
  topic: TopicId;
  language: Language;
  status: Status;
  assignee: MemberId | null;
  asked_at: number;
  changed_at: number;
  wrapped_key: Uint8Array;
  ticket_hash: Pseudonym;
  sealed_identity: Uint8Array | null;
}

/** A table of its own, so that destroying an address is deleting a row. */
export interface ReturnAddressesTable {
  question_id: QuestionId;
  asker_pseudonym: Pseudonym;
  sealed: Uint8Array;
}

export interface MessagesTable {
  question_id: QuestionId;
  id: MessageId;
  /** Null: the asker. */
  member_id: MemberId | null;
  sealed_text: Uint8Array;
  written_at: number;
  position: Generated<number>;
}

export interface OffersTable {
  question_id: QuestionId;
  member_id: MemberId;
  status: OfferStatus;
}

export interface DeliveriesTable {
  sequence: Generated<number>;
  question_id: QuestionId;
  stream: string;
  /** JSON of a `Notice`. */
  notice: string;
  attempts: number;
  enqueued_at: number;
  /** Taking a delivery moves this forward: that is its lease. Null while another of its stream goes before it. */
  due_at: number | null;
}
