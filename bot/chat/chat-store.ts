import type { Pseudonym } from "../../src/anonymity/vault.ts";
import type { Language } from "../../src/base/language.ts";
import type { MemberId } from "../../src/base/vocabulary.ts";
import type { QuestionId } from "../../src/questions/question.ts";

/** What is known of how to reach a member; a chat is written as JSON. */
export interface Reach {
  readonly conversation: string | undefined;
  /** The language they chose. */
  readonly language: Language | undefined;
}

/** What the bot keeps about chats. Of an asker it knows no more than a pseudonym and a language. */
export interface ChatStore {
  /** Whether an activity was handled before; the key is a pseudonym of conversation and activity. */
  wasHandled(activity: Pseudonym): Promise<boolean>;
  markHandled(activity: Pseudonym, at: number): Promise<void>;
  forgetHandledBefore(at: number): Promise<void>;

  /** The language somebody chose; undefined when they never did. */
  languageOf(person: Pseudonym): Promise<Language | undefined>;
  setLanguage(person: Pseudonym, language: Language): Promise<void>;

  /** Where and in which language to reach a member of the network; `person` is their pseudonym. */
  reachOf(member: MemberId, person: Pseudonym): Promise<Reach>;
  setConversation(member: MemberId, reference: string): Promise<void>;

  /** The activity ids of the cards that a member has of a question. */
  cardsOf(question: QuestionId, member: MemberId): Promise<readonly string[]>;
  addCard(question: QuestionId, member: MemberId, activityId: string): Promise<void>;
}
