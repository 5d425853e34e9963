import type { Language } from "../base/language.ts";
import type { MemberId, TopicId } from "../base/vocabulary.ts";
import { type Candidate, isActive } from "../routing/candidate.ts";
import { route } from "../routing/route.ts";
import { DeskFault } from "./desk-fault.ts";
import type { DeskParts } from "./desk-parts.ts";

type Network = Awaited<ReturnType<DeskParts["directory"]["network"]>>;

interface Wanted {
  readonly topic: TopicId;
  readonly language: Language;
  readonly excluded: ReadonlySet<MemberId>;
  readonly load: ReadonlyMap<MemberId, number>;
}

/** Who would get a question now, or undefined when nobody can take it. */
export function chooseMember(parts: DeskParts, network: Network, wanted: Wanted): Candidate | undefined {
  return route({
    ...wanted,
    roles: network.rolesFor(wanted.topic),
    candidates: network.candidates,
    today: parts.calendar.dateOf(parts.clock()),
  });
}

/** Throws `not-a-member` unless this person is an active member of the network today. */
export async function requireMember(parts: DeskParts, memberId: MemberId): Promise<void> {
  const { candidates } = await parts.directory.network();
  const today = parts.calendar.dateOf(parts.clock());
  const active = candidates.some((one) => one.memberId === memberId && isActive(one, today));
  if (!active) throw new DeskFault("not-a-member");
}

/** An asker who is also a member is the one person who must never be offered the question. */
export function excludedFor(askerId: string | undefined, others: Iterable<MemberId> = []): Set<MemberId> {
  const excluded = new Set(others);
  if (askerId !== undefined) excluded.add(askerId as MemberId);
  return excluded;
}
