import { describe, expect, it } from "vitest";
import { languages } from "../../src/base/language.ts";
import { type BotWords, botWords } from "../../src/i18n/bot-words.ts";

/** Every sentence of a language, with words for what it is about filled in. */
function sentences(part: unknown): string[] {
  if (typeof part === "string") return [part];
  if (typeof part === "function") return [String(part("Anna", "iets"))];
  if (typeof part === "object" && part !== null) return Object.values(part).flatMap(sentences);
  return [];
}

function own(words: BotWords): string[] {
  const { roles: _roles, languages: _languages, builtIn: _builtIn, ...rest } = words;
  return sentences(rest);
}

describe.each(languages)("the bot's words in %s", (language) => {
  const all = own(botWords(language));

  it("are all there", () => {
    expect(all.length).toBe(own(botWords("nl")).length);
    for (const sentence of all) expect(sentence.trim()).not.toBe("");
  });

  it("do not shout, apologise or put on airs", () => {
    const text = all.join("\n");
    expect(text).not.toContain("!");
    expect(text).not.toMatch(/\b(oeps|sorry|excuses|désolé|entschuldig)/i);
    expect(text).not.toMatch(/\b(U|uw|Ihnen|vous|votre)\b/);
  });

  it("fill in what they are about", () => {
    const { card, mode, asker } = botWords(language);
    for (const sentence of [card.namedChoice("Anna"), mode.confidential("Anna"), asker.routed("Anna")]) {
      expect(sentence).toContain("Anna");
    }
  });
});

it("has no sentence that was left in Dutch", () => {
  const dutch = new Set(own(botWords("nl")).filter((sentence) => sentence.length > 12));
  for (const language of ["fr", "de", "en"] as const) {
    const left = own(botWords(language)).filter(
      (sentence) => dutch.has(sentence) && !sentence.startsWith("Chat"),
    );
    expect(left).toEqual([]);
  }
});
