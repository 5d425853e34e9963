import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { schemaProblems } from "../../appPackage/manifest-files.ts";

const read = (name: string) => readFile(new URL(`../../appPackage/${name}`, import.meta.url), "utf8");
const strings = z.record(z.string(), z.string());

/** Every place in a manifest that Teams shows to people and lets us translate. */
const shown = z.object({
  manifestVersion: z.string(),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({
    short: z.string(),
    full: z.string(),
    features: z.array(z.object({ title: z.string(), description: z.string() })),
  }),
  bots: z.array(
    z.object({
      commandLists: z.array(
        z.object({ commands: z.array(z.object({ title: z.string(), description: z.string() })) }),
      ),
    }),
  ),
  staticTabs: z.array(z.object({ name: z.string().optional() })),
});

function translatable({
  name,
  description,
  bots,
  staticTabs,
}: z.infer<typeof shown>): Record<string, string> {
  const found: Record<string, string> = {
    "name.short": name.short,
    "name.full": name.full,
    "description.short": description.short,
    "description.full": description.full,
  };
  const put = (at: string, texts: { title: string; description: string }) => {
    found[`${at}.title`] = texts.title;
    found[`${at}.description`] = texts.description;
  };
  description.features.forEach((feature, n) => {
    put(`description.features[${n}]`, feature);
  });
  bots.forEach((bot, b) => {
    bot.commandLists.forEach((list, l) => {
      list.commands.forEach((command, c) => {
        put(`bots[${b}].commandLists[${l}].commands[${c}]`, command);
      });
    });
  });
  staticTabs.forEach((tab, n) => {
    if (tab.name !== undefined) found[`staticTabs[${n}].name`] = tab.name;
  });
  return found;
}

const dutch = shown.parse(JSON.parse(await read("manifest.json")));
const expected = translatable(dutch);

describe.each(["fr", "de", "en"])("the language file %s", (language) => {
  test("is accepted by Microsoft's own schema for language files, lengths included", async () => {
    expect(await schemaProblems(await read(`${language}.json`))).toEqual([]);
  });

  test("translates every string of the manifest, and names none that is not there", async () => {
    const { $schema, ...texts } = strings.parse(JSON.parse(await read(`${language}.json`)));
    expect($schema).toContain(`/v${dutch.manifestVersion}/`);
    expect(Object.keys(texts).sort()).toEqual(Object.keys(expected).sort());
  });

  test("leaves no sentence in Dutch", async () => {
    const texts = strings.parse(JSON.parse(await read(`${language}.json`)));
    const sentences = Object.keys(expected).filter(
      (key) => key.startsWith("description.") || key.endsWith("].description"),
    );
    expect(sentences.filter((key) => texts[key] === expected[key])).toEqual([]);
  });
});

describe("a language file that is wrong", () => {
  test("is refused when a text is too long or its place does not exist", async () => {
    const texts = strings.parse(JSON.parse(await read("en.json")));
    expect(await schemaProblems(JSON.stringify({ ...texts, "name.short": "k".repeat(31) }))).not.toEqual([]);
    expect(await schemaProblems(JSON.stringify({ ...texts, "tabs[0].name": "Home" }))).not.toEqual([]);
  });
});

describe("the words of the app", () => {
  test("hold no exclamation mark in any language", async () => {
    const files = await Promise.all(["fr.json", "de.json", "en.json"].map(read));
    const all = [expected, ...files.map((file) => strings.parse(JSON.parse(file)))].flatMap(Object.values);
    expect(all.filter((text) => text.includes("!"))).toEqual([]);
  });

  test("give each command a name of its own, since Teams sends the bot the name and nothing else", async () => {
    const files = await Promise.all(["fr.json", "de.json", "en.json"].map(read));
    for (const texts of [expected, ...files.map((file) => strings.parse(JSON.parse(file)))]) {
      const titles = Object.keys(texts)
        .filter((key) => /commands\[\d\]\.title$/.test(key))
        .map((key) => texts[key]);
      expect(new Set(titles).size).toBe(4);
    }
  });
});
