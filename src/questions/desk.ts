import type { MemberId } from "../base/vocabulary.ts";
import { type AskCommand, ask, previewMember } from "./ask.ts";
import {
  type AskerClaim,
  close,
  followUp,
  questionsOfAsker,
  viewAsAsker,
  withdraw,
} from "./asker-commands.ts";
import type { DeskParts } from "./desk-parts.ts";
import { answer, claim, decline, viewAsMember } from "./member-commands.ts";
import type { AskerId, MessageId, QuestionId, Ticket } from "./question.ts";
import type { AskerView, MemberView } from "./views.ts";

interface Written {
  readonly id: MessageId;
  readonly text: string;
}

/**
 * The question desk: every command is one transaction, may be repeated without
 * a second effect, and throws `DeskFault` when it refuses.
 */
export interface Desk {
  preview(wanted: Parameters<typeof previewMember>[1]): Promise<MemberId | undefined>;
  ask(command: AskCommand): Promise<AskerView>;
  followUp(asker: AskerClaim, id: QuestionId, message: Written): Promise<AskerView>;
  close(ticket: Ticket, id: QuestionId): Promise<AskerView>;
  withdraw(ticket: Ticket, id: QuestionId): Promise<AskerView>;
  viewAsAsker(ticket: Ticket, id: QuestionId): Promise<AskerView>;
  questionsOfAsker(askerId: AskerId, limit: number): Promise<readonly AskerView[]>;
  claim(memberId: MemberId, id: QuestionId): Promise<MemberView>;
  answer(memberId: MemberId, id: QuestionId, message: Written): Promise<MemberView>;
  decline(memberId: MemberId, id: QuestionId): Promise<void>;
  viewAsMember(memberId: MemberId, id: QuestionId): Promise<MemberView>;
}

export function createDesk(parts: DeskParts): Desk {
  return {
    preview: (wanted) => previewMember(parts, wanted),
    ask: (command) => ask(parts, command),
    followUp: (asker, id, message) => followUp(parts, asker, id, message),
    close: (ticket, id) => close(parts, ticket, id),
    withdraw: (ticket, id) => withdraw(parts, ticket, id),
    viewAsAsker: (ticket, id) => viewAsAsker(parts, ticket, id),
    questionsOfAsker: (askerId, limit) => questionsOfAsker(parts, askerId, limit),
    claim: (memberId, id) => claim(parts, memberId, id),
    answer: (memberId, id, message) => answer(parts, memberId, id, message),
    decline: (memberId, id) => decline(parts, memberId, id),
    viewAsMember: (memberId, id) => viewAsMember(parts, memberId, id),
  };
}
