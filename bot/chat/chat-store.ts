import type { Pseudonym } from "../../src/anonymity/vault.ts";
import type { Language } from "../../src/base/language.ts";
import type { MemberId } from "../../src/base/vocabulary.ts";
import type { QuestionId } from "../../src/questions/question.ts";

/** What the bot keeps about chats. Of an asker it knows no more than a pseudonym and a language. */
export interface ChatStore {
  /** Whether an activity was handled before; the key is a pseudonym of conversation and activity. */
  wasHandled(activity: Pseudonym): Promise<boolean>;
  markHandled(activity: Pseudonym, at: number): Promise<void>;
  forgetHandledBefore(at: number): Promise<void>;

  /** The language somebody chose; undefined when they never did. */
  languageOf(person: Pseudonym): Promise<Language | undefined>;
  setLanguage(person: Pseudonym, language: Language): Promise<void>;

  /** How to reach a member of the network: a conversation reference as JSON. */
  conversationOf(member: MemberId): Promise<string | undefined>;
  setConversation(member: MemberId, reference: string): Promise<void>;

  /** The activity ids of the cards that a member has of a question. */
  cardsOf(question: QuestionId, member: MemberId): Promise<readonly string[]>;
  addCard(question: QuestionId, member: MemberId, activityId: string): Promise<void>;
}
