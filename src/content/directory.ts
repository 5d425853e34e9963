import type { Language } from "../base/language.ts";
import type { RoleId, TopicId } from "../base/vocabulary.ts";
import { matches, searchWords } from "./fold.ts";
import type { Actor, Topic } from "./model.ts";

/** The actors who are in office on a day, given as an ISO date. */
export function activeActors(actors: readonly Actor[], day: string): readonly Actor[] {
  return actors.filter(
    (actor) =>
      (actor.activeFrom === undefined || actor.activeFrom <= day) &&
      (actor.activeUntil === undefined || actor.activeUntil >= day),
  );
}

/** Whether an actor takes questions on a topic: by name, or because the topic's route passes the role. */
export function servesTopic(actor: Actor, topic: Topic): boolean {
  return actor.topics.length > 0 ? actor.topics.includes(topic.id) : topic.route.includes(actor.role);
}

/** What someone looks for in the directory. Absent means: any. */
export interface ActorWish {
  readonly search?: string | undefined;
  readonly role?: RoleId | undefined;
  readonly topic?: TopicId | undefined;
  readonly language?: Language | undefined;
}

/** `wordsOf` gives what else a search may hit in the reader's language, such as the name of the role. */
export function findActors(
  actors: readonly Actor[],
  topics: readonly Topic[],
  wish: ActorWish,
  wordsOf: (actor: Actor) => readonly (string | undefined)[] = () => [],
): readonly Actor[] {
  const words = searchWords(wish.search ?? "");
  const topic = topics.find((candidate) => candidate.id === wish.topic);
  return actors.filter(
    (actor) =>
      (wish.role === undefined || actor.role === wish.role) &&
      (wish.language === undefined || actor.languages.includes(wish.language)) &&
      (wish.topic === undefined || (topic !== undefined && servesTopic(actor, topic))) &&
      matches(words, [actor.name, actor.entity, actor.site, ...wordsOf(actor)]),
  );
}
