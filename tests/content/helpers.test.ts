import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { activeActors, findActors } from "../../src/content/directory.ts";
import { fold } from "../../src/content/fold.ts";
import type { Actor, Section, Topic } from "../../src/content/model.ts";
import { plainText, unwrapRichText } from "../../src/content/rich-text.ts";
import { readingOrder, sectionTree } from "../../src/content/section-tree.ts";

const actor: Actor = {
  id: "1",
  kind: "person",
  name: "Zoë Müller-Groß",
  role: "vertrouwenspersoon",
  entity: "Onthaal",
  site: undefined,
  external: false,
  languages: ["nl", "de"],
  topics: [],
  phone: undefined,
  email: undefined,
  website: undefined,
  account: undefined,
  memberId: undefined,
  introduction: undefined,
  activeFrom: undefined,
  activeUntil: undefined,
  order: 1,
};

const topic: Topic = {
  id: "grensoverschrijdend",
  label: { nl: "Pesten" },
  keywords: {},
  examples: {},
  route: ["vertrouwenspersoon", "paps"],
  order: 1,
};

describe("the directory", () => {
  test("forgives accents, case and the order of words", () => {
    for (const search of ["zoe", "MULLER", "gross zoë", " muller  onthaal "])
      expect(findActors([actor], [], { search })).toEqual([actor]);
    expect(findActors([actor], [], { search: "zoe interventie" })).toEqual([]);
  });

  test("searches the words that the page adds", () => {
    expect(findActors([actor], [], { search: "confiance" }, () => ["personne de confiance"])).toEqual([
      actor,
    ]);
  });

  test("finds who speaks a language", () => {
    expect(findActors([actor], [], { language: "de" })).toEqual([actor]);
    expect(findActors([actor], [], { language: "fr" })).toEqual([]);
  });

  test("gives a topic to the roles on its route, unless the actor names other topics", () => {
    const wish = { topic: topic.id };
    expect(findActors([actor], [topic], wish)).toEqual([actor]);
    expect(findActors([{ ...actor, topics: ["geschenken"] }], [topic], wish)).toEqual([]);
    expect(findActors([{ ...actor, role: "hr", topics: [topic.id] }], [topic], wish)).toHaveLength(1);
  });

  test("shows actors on the first and the last day of their term, and not a day longer", () => {
    const term = { ...actor, activeFrom: "2026-03-01", activeUntil: "2026-03-31" };
    const days = ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"];
    expect(days.map((day) => activeActors([term], day).length)).toEqual([0, 1, 1, 0]);
    expect(activeActors([actor], "2026-04-01")).toHaveLength(1);
  });
});

describe("the section tree", () => {
  function section(key: string, parent?: string): Section {
    return {
      document: "visienota",
      key,
      parent,
      order: 0,
      title: { nl: key },
      html: { nl: "" },
      principle: undefined,
      lastReviewed: undefined,
    };
  }

  test("reads chapters with what stands under them", () => {
    const tree = sectionTree(
      [section("a"), section("b"), section("a1", "a"), section("a1x", "a1")],
      "visienota",
    );
    expect(readingOrder(tree).map(({ section: one, depth }) => `${depth}${one.key}`)).toEqual([
      "0a",
      "1a1",
      "2a1x",
      "0b",
    ]);
    expect(sectionTree([section("a")], "code")).toEqual([]);
  });

  test("holds every section once, whatever the parents are", () => {
    const key = fc.constantFrom("a", "b", "c", "d", "e");
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ key, parent: fc.option(key, { nil: undefined }) }), {
          selector: (one) => one.key,
        }),
        (rows) => {
          const tree = sectionTree(
            rows.map((row) => section(row.key, row.parent)),
            "visienota",
          );
          const keys = readingOrder(tree).map((one) => one.section.key);
          expect(keys.toSorted()).toEqual(rows.map((row) => row.key).toSorted());
        },
      ),
    );
  });
});

describe("rich text", () => {
  test("becomes lines one can read aloud", () => {
    const html =
      "<h3>Titel</h3><p>Eén &amp; twee&nbsp;&#8211;\n drie</p><ul><li>a</li><li><strong>b</strong></li></ul>";
    expect(plainText(html)).toBe("Titel\nEén & twee – drie\n– a\n– b");
  });

  test("loses scripts, styles and comments with what is in them", () => {
    expect(plainText("<p>a</p><script>alert(1)</script><style>p{}</style><!-- x -->")).toBe("a");
  });

  test("takes a second at most for a megabyte of opening brackets", () => {
    const start = performance.now();
    plainText("<a".repeat(500_000));
    unwrapRichText(`<div class="ExternalClass">${"<div>".repeat(100_000)}`);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("survives any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => plainText(text).length <= text.length * 2),
    );
  });

  test("folds to the same for the same word however it is written", () => {
    expect(fold("Œuvre  d’ÉTÉ")).toBe("oeuvre d'ete");
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)));
  });
});
