import type { Language } from "../../src/base/language.ts";
import { localize } from "../../src/base/language.ts";
import type { MemberId, RoleId, TopicId } from "../../src/base/vocabulary.ts";
import type { Actor, Content } from "../../src/content/model.ts";
import { type BotWords, botWords } from "../../src/i18n/bot-words.ts";

/** What every card needs besides its own subject: for whom, in which words, and who is who. */
export interface Scene {
  readonly language: Language;
  readonly words: BotWords;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Undefined when it cannot be read right now: cards then say "a colleague of the network". */
  readonly content: Content | undefined;
  /** A fresh id per card: what is sent from it twice is one message. */
  readonly newId: () => string;
}

export function sceneFor(
  language: Language,
  parts: { readonly now: number; readonly content: Content | undefined; readonly newId: () => string },
): Scene {
  return { language, words: botWords(language), ...parts };
}

export function actorOf({ content }: Scene, memberId: MemberId | undefined): Actor | undefined {
  if (memberId === undefined) return undefined;
  return content?.actors.find((actor) => actor.memberId === memberId);
}

/** The member's name, or words for somebody whose name we cannot look up. */
export function nameOf(scene: Scene, memberId: MemberId | undefined): string {
  return actorOf(scene, memberId)?.name ?? scene.words.card.someone;
}

export function firstNameOf(scene: Scene, memberId: MemberId | undefined): string {
  const name = actorOf(scene, memberId)?.name;
  return name === undefined ? scene.words.card.someone : (name.split(" ")[0] ?? name);
}

/** "Fatima El Amrani, netwerklid integriteit" */
export function nameAndRoleOf(scene: Scene, memberId: MemberId | undefined): string {
  const actor = actorOf(scene, memberId);
  if (!actor) return scene.words.card.someone;
  return scene.words.asker.reader(actor.name, roleInSentence(scene, actor.role));
}

/** A role in the middle of a sentence: only German and abbreviations keep their capital. */
export function roleInSentence({ words, language }: Scene, role: RoleId): string {
  const { name } = words.roles[role];
  const keepsCapital = language === "de" || /^\p{Lu}{2}/u.test(name);
  return keepsCapital ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

export function topicLabel({ content, language }: Scene, id: TopicId): string {
  const topic = content?.topics.find((one) => one.id === id);
  return topic ? localize(topic.label, language).text : id;
}
