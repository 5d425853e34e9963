import { type Language, languages, localize } from "../../src/base/language.ts";
import { type RoleId, roleIds, type TopicId } from "../../src/base/vocabulary.ts";
import { findActors, servesTopic } from "../../src/content/directory.ts";
import type { Actor, Topic } from "../../src/content/model.ts";
import type { TabWords } from "../../src/i18n/tab-words.ts";
import type { DirectoryWish } from "../router.ts";

/** How many one would find by each choice, the other choices staying as they are. */
export interface Counts {
  readonly all: number;
  readonly roles: readonly { readonly role: RoleId; readonly count: number }[];
  readonly topics: ReadonlyMap<TopicId, number>;
  readonly languages: ReadonlyMap<Language, number>;
}

export interface Narrowed {
  readonly found: readonly Actor[];
  readonly counts: Counts;
}

/** What a search may hit besides name and entity: role, topics, introduction, in the reader's language. */
function searchable(topics: readonly Topic[], words: TabWords, language: Language) {
  return (actor: Actor): readonly (string | undefined)[] => [
    words.roles[actor.role].name,
    actor.introduction === undefined ? undefined : localize(actor.introduction, language).text,
    ...topics
      .filter((topic) => servesTopic(actor, topic))
      .map((topic) => localize(topic.label, language).text),
  ];
}

export function narrowed(
  actors: readonly Actor[],
  topics: readonly Topic[],
  wish: DirectoryWish,
  words: TabWords,
  language: Language,
): Narrowed {
  const wordsOf = searchable(topics, words, language);
  function find(other: Partial<Record<keyof DirectoryWish, undefined>>): readonly Actor[] {
    return findActors(actors, topics, { ...wish, ...other }, wordsOf);
  }
  const anyRole = find({ role: undefined });
  const anyTopic = find({ topic: undefined });
  const anyLanguage = find({ language: undefined });
  return {
    found: find({}),
    counts: {
      all: anyRole.length,
      roles: roleIds
        .filter((role) => actors.some((actor) => actor.role === role))
        .map((role) => ({ role, count: anyRole.filter((actor) => actor.role === role).length })),
      topics: new Map(
        topics.map((topic) => [topic.id, anyTopic.filter((actor) => servesTopic(actor, topic)).length]),
      ),
      languages: new Map(
        languages
          .filter((language) => actors.some((actor) => actor.languages.includes(language)))
          .map((language) => [
            language,
            anyLanguage.filter((actor) => actor.languages.includes(language)).length,
          ]),
      ),
    },
  };
}
