import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "../../src/base/language.ts";
import { roleIds, topicIds } from "../../src/base/vocabulary.ts";
import { readContent } from "../../src/content/content.ts";
import {
  readActors,
  readHelpLines,
  readPeople,
  readRawRows,
  readSections,
  readSiteFile,
  readTopics,
  siteAsGraph,
  siteFolder,
  textFilePaths,
} from "./site-files.ts";

const sectionKeys = [
  ["voorwoord", "waarom", "ethisch-dilemma", "voor-wie", "doel", "basis", "principes"],
  ["klantgerichtheid", "kwaliteit", "middelen", "ict", "objectiviteit", "discriminatie"],
  ["belangenvermenging", "nevenactiviteiten", "aankopen", "geschenken", "leiderschap", "loyaliteit"],
  ["grenzen-loyaliteit", "aanspreken", "netwerken", "spreekrecht", "pers", "sociale-media"],
  ["beroepsgeheim", "betrouwbaarheid", "communicatie", "onregelmatigheden", "sancties"],
  ["definities", "bronnen", "colofon"],
].flat();

const principles = [
  ["klantgerichtheid", "kwaliteit", "objectiviteit", "leiderschap"],
  ["loyaliteit", "netwerken", "betrouwbaarheid", "communicatie"],
].flat();

const languageColumns = ["Tekst", "TekstFr", "TekstDe", "TekstEn"] as const;
const allowedTags = new Set(["p", "h3", "ul", "ol", "li", "strong", "em", "blockquote", "a"]);

const noteSections = () => readSections().filter((section) => section.Document === "visienota");
const bodyOf = (reference: string) => readSiteFile(`texts/${reference.slice(1)}`);
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
const sorted = (values: readonly string[]) => [...values].sort();
const textReferences = () =>
  readSections().flatMap((section) => languageColumns.flatMap((column) => section[column] ?? []));

test("the vision note has every section once, and the eight principles in their order", () => {
  expect(sorted(noteSections().map((section) => section.Sleutel))).toEqual(sorted(sectionKeys));
  const ordered = noteSections()
    .filter((section) => section.Onder === "principes")
    .sort((one, other) => one.Volgorde - other.Volgorde);
  expect(ordered.map((section) => section.Sleutel)).toEqual(principles);
});

test("the code of conduct has an introduction and five principles", () => {
  const keys = readSections().filter((section) => section.Document === "code");
  expect(keys.map((section) => section.Sleutel)).toEqual([
    "inleiding",
    "objectiviteit",
    "middelen",
    "spreekrecht",
    "klantgerichtheid",
    "loyaliteit",
  ]);
});

test("every section stands under one of its own document, belongs to a known principle, and has its place", () => {
  const sections = readSections();
  for (const section of sections) {
    const own = sections.filter((other) => other.Document === section.Document);
    if (section.Onder !== undefined) expect(own.map((other) => other.Sleutel)).toContain(section.Onder);
    if (section.Principe !== undefined) expect(principles).toContain(section.Principe);
    const siblings = own.filter((other) => other.Onder === section.Onder);
    expect(siblings.filter((other) => other.Volgorde === section.Volgorde)).toEqual([section]);
  }
});

test("every text that a section names exists and says something, and no text lies unused", () => {
  const references = textReferences();
  for (const reference of references)
    expect(wordsOf(bodyOf(reference)).length, reference).toBeGreaterThan(30);
  const onDisk = textFilePaths().filter((path) => path.endsWith(".html"));
  expect(sorted(onDisk)).toEqual(sorted(references.map((reference) => `texts/${reference.slice(1)}`)));
});

test("a document that is translated is translated whole", () => {
  for (const document of ["visienota", "code"]) {
    const own = readSections().filter((section) => section.Document === document);
    for (const column of languageColumns) {
      const translated = own.filter((section) => section[column] !== undefined).length;
      expect([0, own.length], `${document} ${column}`).toContain(translated);
    }
  }
});

test("the Dutch note is long enough to be read for real", () => {
  const words = noteSections().flatMap((section) => wordsOf(bodyOf(section.Tekst)));
  expect(words.length).toBeGreaterThanOrEqual(3_800);
});

test("the texts use the plain tags that SharePoint gives, opened and closed in pairs", () => {
  for (const reference of textReferences()) {
    const open: string[] = [];
    for (const [, slash, name = "", attributes] of bodyOf(reference).matchAll(/<(\/?)([\w-]+)([^>]*)>/g)) {
      expect(allowedTags.has(name), `${reference} <${name}>`).toBe(true);
      if (attributes !== "") expect(attributes, reference).toMatch(/^ href="(mailto:|https:\/\/)[^"]+"$/);
      if (slash === "") open.push(name);
      else expect(open.pop(), reference).toBe(name);
    }
    expect(open, reference).toEqual([]);
  }
});

test("all nine topics are there, and each is routed to a role that someone fills now", () => {
  const topics = readTopics();
  expect(topics.map((topic) => topic.OnderwerpId)).toEqual([...topicIds]);
  const filled = readActors().filter((actor) => actor.ActiefTot === undefined);
  for (const topic of topics)
    for (const role of topic.Route) expect(filled.map((actor) => actor.Rol)).toContain(role);
  const first = topics.find((topic) => topic.OnderwerpId === "grensoverschrijdend");
  expect(first?.Route).toEqual(["vertrouwenspersoon", "paps"]);
});

test("topics carry enough keywords and examples in each language to be recognised", () => {
  for (const topic of readTopics()) {
    const keywords = [topic.Trefwoorden, topic.TrefwoordenFr, topic.TrefwoordenDe, topic.TrefwoordenEn];
    for (const words of keywords) expect(new Set(words).size).toBeGreaterThanOrEqual(12);
    expect(topic.Voorbeelden.length).toBeGreaterThanOrEqual(5);
    for (const translated of [topic.VoorbeeldenFr, topic.VoorbeeldenDe, topic.VoorbeeldenEn])
      expect(translated.length).toBeGreaterThanOrEqual(3);
  }
});

test("every role has an actor, and persons of the network are people of the zone", () => {
  const actors = readActors();
  const accounts = new Map(readPeople().map((person) => [person.id, person]));
  expect(sorted([...new Set(actors.map((actor) => actor.Rol))])).toEqual(sorted(roleIds));
  for (const actor of actors) {
    const person = actor.EntraObjectId === undefined ? undefined : accounts.get(actor.EntraObjectId);
    expect(person !== undefined, actor.Title).toBe(actor.Soort === "persoon");
    expect(actor.Account).toBe(person?.userPrincipalName);
    if (person !== undefined) expect(actor.Title).toBe(person.displayName);
  }
});

test("the people have their own id and account, and their portraits exist", () => {
  const people = readPeople();
  expect(new Set(people.map((person) => person.id)).size).toBe(people.length);
  expect(new Set(people.map((person) => person.userPrincipalName)).size).toBe(people.length);
  for (const { photo } of people)
    if (photo !== undefined) expect(existsSync(new URL(photo, siteFolder)), photo).toBe(true);
  expect(people.some((person) => person.photo === undefined)).toBe(true);
});

test("the four help lines can be called", () => {
  expect(readHelpLines().map((line) => line.Telefoon)).toEqual(["112", "1813", "106", "1712"]);
});

test("every row has its own id in its list and only columns that the list has", () => {
  const rows = readRawRows();
  expect(new Set(rows.map((row) => `${row.list} ${row.id}`)).size).toBe(rows.length);
  for (const row of rows)
    for (const column of Object.keys(row.fields)) expect(row.columns, row.list).toContain(column);
});

test("every address of the sample site ends in .example, so that nothing can reach a real person", () => {
  for (const path of textFilePaths()) {
    const content = readSiteFile(path).replaceAll('xmlns="http://www.w3.org/2000/svg"', "");
    const hosts = content.matchAll(/(?:https?:\/\/|\w@)([\w.-]+\.\w+)/g);
    for (const [, host] of hosts) expect(host, path).toMatch(/\.example$/);
  }
});

test("the product reads the whole site without a complaint, in all four languages", async () => {
  const content = await readContent(siteAsGraph, "pz-voorbeeld");
  expect(content.problems).toEqual([]);
  expect([content.topics.length, content.actors.length, content.helpLines.length]).toEqual([9, 14, 4]);
  expect(content.sections.length).toBe(sectionKeys.length + 6);
  for (const section of content.sections)
    for (const language of languages) expect(section.html[language], section.key).toMatch(/^<(p|h3)>/);
});
