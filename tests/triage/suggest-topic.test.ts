import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Language } from "../../src/base/language.ts";
import { readTopics } from "../../src/content/topics.ts";
import { suggestTopic } from "../../src/triage/suggest-topic.ts";
import { ListGraph } from "../content/list-graph.ts";

const list: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../infra/local/site/lists/Onderwerpen.json"), "utf8"),
);
const graph = new ListGraph({ Onderwerpen: list as readonly unknown[] });
const { rows: topics } = await readTopics(graph, "site");

/** Sentences of our own, that do not stand in the sample site. */
const sentences: readonly (readonly [Language, string, string])[] = [
  ["nl", "geschenken", "Een winkelier gaf me een doos pralines als geschenk, mag ik die houden?"],
  ["nl", "geschenken", "Ze willen ons trakteren op een etentje na het project."],
  ["nl", "belangen", "Mag ik een bijberoep als barman hebben naast mijn werk?"],
  ["nl", "belangen", "Mijn schoonbroer heeft een offerte ingediend bij onze dienst."],
  ["nl", "middelen", "Mag ik de dienstwagen gebruiken om mijn kind van school te halen?"],
  ["nl", "informatie", "Een journalist stuurt me berichten over een dossier, mag ik antwoorden?"],
  ["nl", "grensoverschrijdend", "Ik word al maanden gepest door mijn ploegbaas."],
  ["nl", "discriminatie", "Een collega maakt racistische opmerkingen over burgers."],
  ["nl", "onregelmatigheden", "Ik denk dat iemand geld steelt uit de kas, dat is diefstal."],
  ["nl", "samenwerken", "Mijn leidinggevende geeft nooit feedback en luistert niet."],
  ["fr", "geschenken", "On m’a offert un cadeau après une intervention."],
  ["fr", "grensoverschrijdend", "Je suis victime de harcèlement de la part d’un collègue."],
  ["de", "geschenken", "Darf ich ein Geschenk von einer Bürgerin annehmen?"],
  ["en", "belangen", "Can I have a side job as a driver?"],
];

it.each(sentences)("in %s suggests %s for: %s", (language, topic, text) => {
  expect(suggestTopic(text, topics, language)[0]).toBe(topic);
});

it("hears a topic in the middle of a compound and without accents", () => {
  expect(suggestTopic("Wat met relatiegeschenken?", topics, "nl")[0]).toBe("geschenken");
  expect(suggestTopic("Victime de HARCELEMENT", topics, "fr")[0]).toBe("grensoverschrijdend");
});

it("falls back on the topic for everything else, also without topics at all", () => {
  expect(suggestTopic("xyzzy", topics, "nl")).toEqual(["dilemma"]);
  expect(suggestTopic("", topics, "nl")).toEqual(["dilemma"]);
  expect(suggestTopic("geschenk", [], "nl")).toEqual(["dilemma"]);
});
