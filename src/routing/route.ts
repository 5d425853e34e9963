import type { Language } from "../base/language.ts";
import type { MemberId, RoleId, TopicId } from "../base/vocabulary.ts";
import { type Candidate, isActive } from "./candidate.ts";

export interface RoutingRequest {
  readonly topic: TopicId;
  readonly language: Language;
  /** The roles that may get this topic, first choice first. */
  readonly roles: readonly RoleId[];
  readonly candidates: readonly Candidate[];
  /** Open questions per member; nobody means none. */
  readonly load: ReadonlyMap<MemberId, number>;
  /** Never to these: the asker, and whoever declined. */
  readonly excluded: ReadonlySet<MemberId>;
  /** ISO date. */
  readonly today: string;
}

/** The role that catches what no role of the route can take, so that no question is left alone. */
const lastResort: RoleId = "coordinator";

/**
 * Who gets a question: the first role of the route that has someone, and in it
 * whoever speaks the language, then holds the fewest open questions.
 * Undefined when nobody at all can take it.
 */
export function route(request: RoutingRequest): Candidate | undefined {
  const able = request.candidates.filter(
    (candidate) =>
      isActive(candidate, request.today) &&
      !request.excluded.has(candidate.memberId) &&
      (candidate.topics.length === 0 || candidate.topics.includes(request.topic)),
  );
  for (const role of [...request.roles, lastResort]) {
    const best = able.filter((candidate) => candidate.role === role).sort(byFit(request))[0];
    if (best) return best;
  }
  return undefined;
}

function byFit({ language, load }: RoutingRequest): (a: Candidate, b: Candidate) => number {
  const foreign = (candidate: Candidate) => (candidate.languages.includes(language) ? 0 : 1);
  const held = (candidate: Candidate) => load.get(candidate.memberId) ?? 0;
  return (a, b) =>
    foreign(a) - foreign(b) || held(a) - held(b) || a.order - b.order || (a.memberId < b.memberId ? -1 : 1);
}
