import type { Pseudonym } from "../anonymity/vault.ts";
import type { Language } from "../base/language.ts";
import type { MemberId } from "../base/vocabulary.ts";
import type { QuestionId } from "../questions/question.ts";
import type { Database } from "./database.ts";
import { prepared } from "./prepared.ts";

const selectLanguage = prepared((db, { person }: { readonly person: Pseudonym }) =>
  db.selectFrom("chosen_languages").select("language").where("person", "=", person),
);

const selectReach = prepared((db, value: { readonly member: MemberId; readonly person: Pseudonym }) =>
  db.selectNoFrom((eb) => [
    eb
      .selectFrom("member_conversations")
      .select("reference")
      .where("member_id", "=", value.member)
      .as("conversation"),
    eb.selectFrom("chosen_languages").select("language").where("person", "=", value.person).as("language"),
  ]),
);

interface CardOwner {
  readonly question: QuestionId;
  readonly member: MemberId;
}

const selectCards = prepared((db, { question, member }: CardOwner) =>
  db
    .selectFrom("member_cards")
    .select("activity_id")
    .where("question_id", "=", question)
    .where("member_id", "=", member),
);

const insertCard = prepared(
  (db, { question, member, activityId }: CardOwner & { readonly activityId: string }) =>
    db
      .insertInto("member_cards")
      .values({ question_id: question, member_id: member, activity_id: activityId })
      .onConflict((conflict) => conflict.columns(["question_id", "member_id", "activity_id"]).doNothing()),
);

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
      return (await selectLanguage(db, { person })).rows[0]?.language;
    },
    async setLanguage(person: Pseudonym, language: Language): Promise<void> {
      await db
        .insertInto("chosen_languages")
        .values({ person, language })
        .onConflict((conflict) => conflict.column("person").doUpdateSet({ language }))
        .execute();
    },

    async reachOf(member: MemberId, person: Pseudonym) {
      const row = (await selectReach(db, { member, person })).rows[0];
      return { conversation: row?.conversation ?? undefined, language: row?.language ?? undefined };
    },
    async setConversation(member_id: MemberId, reference: string): Promise<void> {
      await db
        .insertInto("member_conversations")
        .values({ member_id, reference })
        .onConflict((conflict) => conflict.column("member_id").doUpdateSet({ reference }))
        .execute();
    },

    async cardsOf(question: QuestionId, member: MemberId): Promise<readonly string[]> {
      return (await selectCards(db, { question, member })).rows.map((row) => row.activity_id);
    },
    async addCard(question: QuestionId, member: MemberId, activityId: string): Promise<void> {
      await insertCard(db, { question, member, activityId });
    },
  };
}
