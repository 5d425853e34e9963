import type { Language } from "../base/language.ts";
import type { MemberId, RoleId, TopicId } from "../base/vocabulary.ts";

/** What routing knows of someone who may answer. */
export interface Candidate {
  readonly memberId: MemberId;
  readonly role: RoleId;
  readonly languages: readonly Language[];
  /** Empty means: every topic that the role serves. */
  readonly topics: readonly TopicId[];
  /** ISO dates, inclusive; absent means without limit. */
  readonly activeFrom: string | undefined;
  readonly activeUntil: string | undefined;
  /** The editors' own order; lower comes first among equals. */
  readonly order: number;
}

/** Whether someone may answer on that ISO date. */
export function isActive(candidate: Candidate, today: string): boolean {
  const { activeFrom, activeUntil } = candidate;
  return (
    (activeFrom === undefined || activeFrom <= today) && (activeUntil === undefined || today <= activeUntil)
  );
}
