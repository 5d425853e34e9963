import type { Language } from "../base/language.ts";
import { defaultLanguage } from "../base/language.ts";
import type { TopicId } from "../base/vocabulary.ts";

/** What a topic tells about itself; the words of the organisation, per language. */
export interface TopicHints {
  readonly id: TopicId;
  readonly keywords: Readonly<Partial<Record<Language, readonly string[]>>>;
  readonly examples: Readonly<Partial<Record<Language, readonly string[]>>>;
}

const fallback: TopicId = "dilemma";

/** A keyword is chosen to point somewhere, a word of an example only happens to stand there. */
const keywordWeight = 4;
/** Words shorter than this say little: articles, pronouns. */
const shortestWord = 4;

/**
 * The topics that a text seems to be about, best first; those without any
 * word in common are left out. Never empty: without a hint it is `dilemma`.
 */
export function suggestTopic(
  text: string,
  topics: readonly TopicHints[],
  language: Language,
): readonly TopicId[] {
  const written = ` ${wordsOf(text).join(" ")} `;
  const heard = new Set(wordsOf(text).filter((word) => word.length >= shortestWord));
  const commonness = countTopicsPerWord(topics, language);
  const scores = topics.map((topic) => ({
    id: topic.id,
    score:
      keywordWeight * keywordHits(written, spoken(topic.keywords, language)) +
      exampleOverlap(heard, exampleWords(topic, language), commonness),
  }));
  const ranked = scores
    .filter(({ score }) => score >= 1)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
  return ranked.length > 0 ? ranked : [fallback];
}

/** In the person's language, and in Dutch besides: colleagues mix them. */
function spoken(
  phrases: Readonly<Partial<Record<Language, readonly string[]>>>,
  language: Language,
): readonly string[] {
  const own = phrases[language] ?? [];
  return language === defaultLanguage ? own : [...own, ...(phrases[defaultLanguage] ?? [])];
}

/** Longer phrases say more; a keyword may be inflected, and a long one may stand inside a compound. */
function keywordHits(written: string, keywords: readonly string[]): number {
  let hits = 0;
  for (const keyword of new Set(keywords.map((one) => wordsOf(one).join(" ")))) {
    if (keyword === "") continue;
    const inflected = keyword.length >= shortestWord && written.includes(` ${keyword}`);
    if (inflected || written.includes(` ${keyword} `)) hits += 1 + (keyword.split(" ").length - 1) / 4;
    else if (keyword.length > shortestWord && written.includes(keyword)) hits += 0.75;
  }
  return hits;
}

/** Each shared word counts the less, the more topics use it. */
function exampleOverlap(
  heard: ReadonlySet<string>,
  examples: ReadonlySet<string>,
  commonness: ReadonlyMap<string, number>,
): number {
  let overlap = 0;
  for (const word of heard) if (examples.has(word)) overlap += 1 / (commonness.get(word) ?? 1) ** 2;
  return overlap;
}

function exampleWords(topic: TopicHints, language: Language): ReadonlySet<string> {
  const words = spoken(topic.examples, language).flatMap((example) => wordsOf(example));
  return new Set(words.filter((word) => word.length >= shortestWord));
}

function countTopicsPerWord(topics: readonly TopicHints[], language: Language): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const topic of topics) {
    for (const word of exampleWords(topic, language)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Words without case, accents and punctuation. */
function wordsOf(text: string): readonly string[] {
  const folded = text
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
