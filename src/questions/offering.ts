import type { Language } from "../base/language.ts";
import type { MemberId, TopicId } from "../base/vocabulary.ts";
import { type Candidate, isActive } from "../routing/candidate.ts";
import { route } from "../routing/route.ts";
import { DeskFault } from "./desk-fault.ts";
import type { DeskParts } from "./desk-parts.ts";

/** Who there is, and how much each has to do. */
export interface Choice extends Network {
  readonly load: ReadonlyMap<MemberId, number>;
}

type Network = Awaited<ReturnType<DeskParts["directory"]["network"]>>;

interface Wanted {
  readonly topic: TopicId;
  readonly language: Language;
  readonly excluded: ReadonlySet<MemberId>;
}

/** To be asked for before a transaction, never in one: it may read the store itself. */
export async function prepareChoice({ directory, load }: DeskParts): Promise<Choice> {
  return { ...(await directory.network()), load: await load.current() };
}

/** Who would get a question now, or undefined when nobody can take it. */
export function chooseMember(parts: DeskParts, choice: Choice, wanted: Wanted): Candidate | undefined {
  return route({
    ...wanted,
    load: choice.load,
    roles: choice.rolesFor(wanted.topic),
    candidates: choice.candidates,
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
