import { describe, expect, test } from "vitest";
import { languages } from "../../src/base/language.ts";
import { dayInWords, momentInWords } from "../../src/i18n/days.ts";
import { tab as de } from "../../src/i18n/de/tab.ts";
import { tab as en } from "../../src/i18n/en/tab.ts";
import { tab as fr } from "../../src/i18n/fr/tab.ts";
import { tab as nl } from "../../src/i18n/nl/tab.ts";
import { pluralOf } from "../../src/i18n/plural.ts";

const catalogues = { nl, fr, de, en };

/** Every text of a catalogue, functions called with something to fill in. */
function textsOf(words: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") return [[path, String(words("Fatima", 2))]];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) => textsOf(value, `${path}.${name}`));
}

describe.each(languages)("the words of the tab in %s", (language) => {
  const texts = textsOf(catalogues[language], language);

  test("say something everywhere, without raising the voice", () => {
    expect(texts.length).toBeGreaterThan(100);
    for (const [path, text] of texts) {
      if (!path.endsWith("presence.unknown")) expect(text.trim(), path).not.toBe("");
      expect(text, path).not.toMatch(/!|[Oo]eps|undefined|NaN/);
    }
  });

  test("fill in what they are given", () => {
    const words = catalogues[language];
    expect(words.people.call("Fatima")).toContain("Fatima");
    expect(words.help.call("Tele-Onthaal", "106")).toMatch(/Tele-Onthaal.*106/);
    expect(words.document.reviewed("3 maart 2026")).toContain("3 maart 2026");
    expect(words.people.found(7)).toContain("7");
  });

  test("give the numbers that help at once", () => {
    expect(catalogues[language].help.builtIn.map((line) => line.phone)).toEqual([
      "112",
      "1813",
      "106",
      "1712",
    ]);
  });
});

test("nobody is found in the plural in Dutch, in the singular in French", () => {
  expect(nl.people.found(0)).toBe("0 contacten gevonden");
  expect(nl.people.found(1)).toBe("1 contact gevonden");
  expect(fr.people.found(0)).toBe("0 contact trouvé");
  expect(fr.people.found(2)).toBe("2 contacts trouvés");
  expect(pluralOf("fr")(1_000_000, { one: "un", other: "plusieurs" })).toBe("plusieurs");
});

describe("days", () => {
  const now = Date.parse("2026-03-04T13:00:00Z");

  test("are written as in Belgium", () => {
    expect(dayInWords("2026-03-03", "nl")).toBe("3 maart 2026");
    expect(dayInWords("2026-03-03", "fr")).toBe("3 mars 2026");
    expect(dayInWords("2026-03-03", "de")).toBe("3. März 2026");
    expect(dayInWords("2026-03-03", "en")).toBe("3 March 2026");
    expect(dayInWords("ooit", "nl")).toBe("ooit");
  });

  test("are named as people name them, by the clock of Brussels", () => {
    expect(momentInWords(Date.parse("2026-03-04T08:05:00Z"), now, "nl")).toMatch(/^vandaag 0?9:05$/);
    expect(momentInWords(Date.parse("2026-03-03T22:59:00Z"), now, "nl")).toMatch(/^gisteren 23:59$/);
    expect(momentInWords(Date.parse("2026-03-03T23:01:00Z"), now, "nl")).toMatch(/^vandaag 0?0:01$/);
    expect(momentInWords(Date.parse("2026-03-01T11:00:00Z"), now, "fr")).toMatch(/^dimanche 12:00$/);
    expect(momentInWords(Date.parse("2026-01-02T11:00:00Z"), now, "en")).toBe("2 January 2026");
  });
});
