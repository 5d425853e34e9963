import type { Language } from "../base/language.ts";
import type { MemberId, TopicId } from "../base/vocabulary.ts";
import type { Status } from "./life.ts";
import type { Message, Mode, QuestionId, Ticket } from "./question.ts";

interface View {
  readonly id: QuestionId;
  readonly mode: Mode;
  readonly topic: TopicId;
  readonly language: Language;
  readonly status: Status;
  readonly askedAt: number;
  /** When a personal answer may be expected at the latest: a moment of that day, in milliseconds since the epoch. */
  readonly expectedBy: number;
  /** The first message is the question itself. */
  readonly thread: readonly Message[];
  /** Who has it in hand. */
  readonly assignee: MemberId | undefined;
}

/** A question as its asker sees it. */
export interface AskerView extends View {
  /** Who can read it and may take it; one person, as a rule. */
  readonly readers: readonly MemberId[];
  readonly ticket: Ticket;
}

/** How a member sees the asker: by name in the mode `named`, otherwise not at all. */
export type AskerIdentity =
  | { readonly known: true; readonly name: string; readonly account: string | undefined }
  | { readonly known: false };

/** A question as one member of the network sees it. Nothing here leads to an asker who did not give a name. */
export interface MemberView extends View {
  readonly asker: AskerIdentity;
  readonly viewer: MemberId;
}
