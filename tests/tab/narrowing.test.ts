import { expect, test } from "vitest";
import type { Actor, Topic } from "../../src/content/model.ts";
import { tab as nl } from "../../src/i18n/nl/tab.ts";
import { narrowed } from "../../tab/directory/narrowing.ts";

const nobody: Actor = {
  id: "0",
  kind: "person",
  name: "Niemand",
  role: "netwerk",
  entity: "",
  site: undefined,
  external: false,
  languages: ["nl"],
  topics: [],
  phone: undefined,
  email: undefined,
  website: undefined,
  account: undefined,
  memberId: undefined,
  introduction: undefined,
  activeFrom: undefined,
  activeUntil: undefined,
  order: 0,
};
const actors: readonly Actor[] = [
  { ...nobody, id: "1", name: "An", languages: ["nl", "fr"] },
  { ...nobody, id: "2", name: "Bo", languages: ["fr"], role: "vertrouwenspersoon" },
  {
    ...nobody,
    id: "3",
    name: "Cé",
    role: "vertrouwenspersoon",
    introduction: { nl: "Ik werk bij het onthaal." },
  },
];
const topics: readonly Topic[] = [
  { id: "geschenken", label: { nl: "Geschenken" }, keywords: {}, examples: {}, route: ["netwerk"], order: 1 },
];

function find(wish: Parameters<typeof narrowed>[2]) {
  const { found, counts } = narrowed(actors, topics, wish, nl, "nl");
  return { names: found.map((actor) => actor.name), counts };
}

test("each choice counts what one would find by it, the other choices staying", () => {
  const { names, counts } = find({ language: "fr", role: "netwerk" });
  expect(names).toEqual(["An"]);
  expect(counts.roles).toEqual([
    { role: "netwerk", count: 1 },
    { role: "vertrouwenspersoon", count: 1 },
  ]);
  expect(counts.all).toBe(2);
  expect(counts.languages.get("nl")).toBe(1);
  expect(counts.languages.get("fr")).toBe(1);
  expect(counts.languages.has("de")).toBe(false);
  expect(counts.topics.get("geschenken")).toBe(1);
});

test("a search finds people by their role, their topics and their own words", () => {
  expect(find({ search: "vertrouwens" }).names).toEqual(["Bo", "Cé"]);
  expect(find({ search: "geschenken" }).names).toEqual(["An"]);
  expect(find({ search: "ONTHAAL" }).names).toEqual(["Cé"]);
  expect(find({ search: "ce" }).names).toEqual(["Cé"]);
});
