import { z } from "zod";
import type { MemberId } from "../base/vocabulary.ts";
import type { MessageId, QuestionId } from "./question.ts";

/**
 * Something that must reach somebody, written in the same transaction as what
 * it tells. It holds no text: what is shown is made when it is sent, from the
 * question as it then is.
 *
 * - `offer`: a member may take this question. `follow-up`: the asker wrote again.
 * - `answer`: an answer for the asker.
 * - `change`: what a card showed before is no longer so; cards change in place, quietly.
 * - `reroute`: nobody could take it; try again.
 */
export type Notice =
  | { readonly to: "member"; readonly memberId: MemberId; readonly about: "offer" | "change" }
  | {
      readonly to: "member";
      readonly memberId: MemberId;
      readonly about: "follow-up";
      readonly messageId: MessageId;
    }
  | { readonly to: "asker"; readonly about: "change" }
  | { readonly to: "asker"; readonly about: "answer"; readonly messageId: MessageId }
  | { readonly to: "desk"; readonly about: "reroute" };

const memberId = z.string().transform((id) => id as MemberId);
const messageId = z.string().transform((id) => id as MessageId);

/** A notice as it comes back from the database. */
export const noticeSchema: z.ZodType<Notice> = z.union([
  z.object({ to: z.literal("member"), memberId, about: z.enum(["offer", "change"]) }),
  z.object({ to: z.literal("member"), memberId, about: z.literal("follow-up"), messageId }),
  z.object({ to: z.literal("asker"), about: z.literal("change") }),
  z.object({ to: z.literal("asker"), about: z.literal("answer"), messageId }),
  z.object({ to: z.literal("desk"), about: z.literal("reroute") }),
]);

/** A notice that waits in the outbox. */
export interface Delivery {
  /** Grows with time; within one stream notices are delivered in this order. */
  readonly sequence: number;
  readonly questionId: QuestionId;
  readonly notice: Notice;
  /** How often it was tried before. */
  readonly attempts: number;
  readonly enqueuedAt: number;
}

/** Deliveries of one stream go out one after another: one per member, and one per question for its asker. */
export function streamOf(questionId: QuestionId, notice: Notice): string {
  switch (notice.to) {
    case "member":
      return `member:${notice.memberId}`;
    case "asker":
      return `asker:${questionId}`;
    case "desk":
      return `desk:${questionId}`;
  }
}
