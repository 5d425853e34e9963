import { Fault } from "../base/fault.ts";
import type { MemberId } from "../base/vocabulary.ts";

export type DeskReason =
  | "text-empty"
  | "text-too-long"
  /** No such question, or not for this person: deliberately the same. */
  | "not-found"
  /** Another member has it in hand; `holder` says who. */
  | "taken"
  /** The question is in a status in which this cannot be done. */
  | "not-possible"
  /** The person is not, or no longer, an active member of the network. */
  | "not-a-member"
  /** Nobody of the network can take this topic now. Nothing was stored. */
  | "nobody-available";

/** The desk refuses a command; the question is as it was. */
export class DeskFault extends Fault<DeskReason> {
  readonly holder: MemberId | undefined;

  constructor(reason: DeskReason, options?: { readonly holder?: MemberId }) {
    super(reason, `The question desk refused a command: ${reason}.`);
    this.holder = options?.holder;
  }
}
