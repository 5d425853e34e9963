import type { Actor } from "../../src/content/model.ts";
import type { Directory } from "../../src/questions/ports.ts";
import type { Candidate } from "../../src/routing/candidate.ts";
import type { ContentSource } from "./content-source.ts";

/** The network as the desk needs it, from what the organisation publishes. */
export function networkDirectory(source: ContentSource): Directory {
  return {
    async network() {
      const { actors, topics } = await source.current();
      return {
        candidates: actors.flatMap(candidateOf),
        rolesFor: (id) => topics.find((topic) => topic.id === id)?.route ?? [],
      };
    },
  };
}

/** Services, and people without an account, can be called but do not answer here. */
function candidateOf(actor: Actor): Candidate[] {
  const { memberId, role, languages, topics, activeFrom, activeUntil, order } = actor;
  return memberId === undefined
    ? []
    : [{ memberId, role, languages, topics, activeFrom, activeUntil, order }];
}
