import type { Brand } from "../base/brand.ts";
import type { Language } from "../base/language.ts";
import type { MemberId, TopicId } from "../base/vocabulary.ts";
import type { Status } from "./life.ts";

export type QuestionId = Brand<"QuestionId">;
export type MessageId = Brand<"MessageId">;

/** The Entra object id of whoever asks. Only ever written inside a sealed record. */
export type AskerId = Brand<"AskerId">;

/** Proof that somebody may act as the asker of one question; the server keeps its hash only. */
export type Ticket = Brand<"Ticket">;

export const modes = ["named", "confidential", "anonymous"] as const;
export type Mode = (typeof modes)[number];

/** A question. It has no asker: who asked is in a sealed record beside it, if anywhere. */
export interface Question {
  readonly id: QuestionId;
  readonly mode: Mode;
  readonly topic: TopicId;
  readonly language: Language;
  readonly status: Status;
  /** Who has it in hand. */
  readonly assignee: MemberId | undefined;
  /** Milliseconds since the epoch. */
  readonly askedAt: number;
  readonly changedAt: number;
}

export type Author = { readonly by: "asker" } | { readonly by: "member"; readonly memberId: MemberId };

export interface Message {
  readonly id: MessageId;
  readonly author: Author;
  readonly text: string;
  readonly writtenAt: number;
}

/**
 * What a question asks of a member it was offered to: `offered` to take it,
 * `claimed` to answer it, `answered` nothing for now, `passed` nothing since
 * another has it, `declined` nothing ever again, `over` nothing any more.
 */
export type OfferStatus = "offered" | "claimed" | "answered" | "passed" | "declined" | "over";

export interface Offer {
  readonly memberId: MemberId;
  readonly status: OfferStatus;
}

/** Longest text of a question, answer or follow-up, in UTF-16 units: with its card it stays below Teams' 28 KB. */
export const maxTextLength = 6000;
