import type { Vault } from "../anonymity/vault.ts";
import type { Clock } from "../base/ports.ts";
import type { EstimatedLoad } from "./estimated-load.ts";
import type { Directory, QuestionStore, WorkingCalendar } from "./ports.ts";

/** What the desk works with. */
export interface DeskParts {
  readonly store: QuestionStore;
  readonly load: EstimatedLoad;
  readonly vault: Vault;
  readonly directory: Directory;
  readonly calendar: WorkingCalendar;
  readonly clock: Clock;
  /** Called after a command put something in the outbox. */
  readonly wakeOutbox: () => void;
}

/** Working days within which a personal answer may be expected (ISO 37002). */
export const answerWithinWorkingDays = 3;
