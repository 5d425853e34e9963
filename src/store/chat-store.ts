import type { Pseudonym } from "../anonymity/vault.ts";
import type { Language } from "../base/language.ts";
import type { MemberId } from "../base/vocabulary.ts";
import type { QuestionId } from "../questions/question.ts";
import type { Database } from "./database.ts";

/** What the bot keeps about chats: handled activities, chosen languages, members' conversations and cards. */
export function chatStore({ db }: Database) {
  return {
    async wasHandled(activity: Pseudonym): Promise<boolean> {
      const row = await db
        .selectFrom("handled_activities")
        .select("activity")
        .where("activity", "=", activity)
        .executeTakeFirst();
      return row !== undefined;
    },
    async markHandled(activity: Pseudonym, at: number): Promise<void> {
      await db
        .insertInto("handled_activities")
        .values({ activity, handled_at: at })
        .onConflict((conflict) => conflict.column("activity").doNothing())
        .execute();
    },
    async forgetHandledBefore(at: number): Promise<void> {
      await db.deleteFrom("handled_activities").where("handled_at", "<", at).execute();
    },

    async languageOf(person: Pseudonym): Promise<Language | undefined> {
      const row = await db
        .selectFrom("chosen_languages")
        .select("language")
        .where("person", "=", person)
        .executeTakeFirst();
      return row?.language;
    },
    async setLanguage(person: Pseudonym, language: Language): Promise<void> {
      await db
        .insertInto("chosen_languages")
        .values({ person, language })
        .onConflict((conflict) => conflict.column("person").doUpdateSet({ language }))
        .execute();
    },

    async conversationOf(member: MemberId): Promise<string | undefined> {
      const row = await db
        .selectFrom("member_conversations")
        .select("reference")
        .where("member_id", "=", member)
        .executeTakeFirst();
      return row?.reference;
    },
    async setConversation(member_id: MemberId, reference: string): Promise<void> {
      await db
        .insertInto("member_conversations")
        .values({ member_id, reference })
        .onConflict((conflict) => conflict.column("member_id").doUpdateSet({ reference }))
        .execute();
    },

    async cardsOf(question: QuestionId, member: MemberId): Promise<readonly string[]> {
      const rows = await db
        .selectFrom("member_cards")
        .select("activity_id")
        .where("question_id", "=", question)
        .where("member_id", "=", member)
        .execute();
      return rows.map((row) => row.activity_id);
    },
    async addCard(question_id: QuestionId, member_id: MemberId, activity_id: string): Promise<void> {
      await db
        .insertInto("member_cards")
        .values({ question_id, member_id, activity_id })
        .onConflict((conflict) => conflict.columns(["question_id", "member_id", "activity_id"]).doNothing())
        .execute();
    },
  };
}
