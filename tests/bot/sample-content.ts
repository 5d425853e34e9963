import type { MemberId, RoleId, TopicId } from "../../src/base/vocabulary.ts";
import type { Actor, Content, Topic } from "../../src/content/model.ts";

export const fatima = { id: "00000000-0000-4000-8000-000000000004", name: "Fatima El Amrani" };
export const bram = { id: "00000000-0000-4000-8000-000000000005", name: "Bram Vandevelde" };
export const els = { id: "00000000-0000-4000-8000-000000000009", name: "Els Wouters" };
export const lien = { id: "00000000-0000-4000-8000-000000000001", name: "Lien Peeters" };

export function actor(change: Partial<Actor> & Pick<Actor, "name" | "role">): Actor {
  return {
    ...{ id: change.name, kind: "person", entity: "Interventie", site: undefined, external: false },
    ...{ languages: ["nl", "fr"], topics: [], phone: undefined, email: undefined, website: undefined },
    ...{ account: undefined, memberId: undefined, introduction: undefined },
    ...{ activeFrom: undefined, activeUntil: undefined, order: 1 },
    ...change,
  };
}

function member(person: { id: string; name: string }, role: RoleId, order: number): Actor {
  const account = `${person.name.toLowerCase().replaceAll(" ", ".")}@pzvoorbeeld.example`;
  return actor({ name: person.name, role, order, account, memberId: person.id as MemberId });
}

function topic(id: TopicId, nl: string, keywords: readonly string[], route: readonly RoleId[]): Topic {
  return { id, label: { nl, fr: `${nl} (fr)` }, keywords: { nl: keywords }, examples: {}, route, order: 1 };
}

export function sampleContent(): Content {
  return {
    topics: [
      topic("geschenken", "Geschenken en uitnodigingen", ["geschenk", "fles wijn", "bloemen"], ["netwerk"]),
      topic("grensoverschrijdend", "Pesten en geweld", ["pesten", "gepest"], ["vertrouwenspersoon", "paps"]),
      topic("dilemma", "Ethisch dilemma of iets anders", [], ["netwerk"]),
    ],
    actors: [
      member(fatima, "netwerk", 1),
      member(bram, "netwerk", 2),
      member(els, "vertrouwenspersoon", 1),
      actor({ name: "Dienst Welzijn", role: "paps", kind: "service", external: true, phone: "02 555 01 02" }),
    ],
    sections: [],
    helpLines: [],
    problems: [],
  };
}
