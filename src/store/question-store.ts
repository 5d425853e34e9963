import type { Kysely, Transaction } from "kysely";
import type { MemberId } from "../base/vocabulary.ts";
import { openStatuses } from "../questions/life.ts";
import { streamOf } from "../questions/notice.ts";
import type {
  QuestionStore,
  QuestionTransaction,
  StoredMessage,
  StoredQuestion,
} from "../questions/ports.ts";
import type { Question, QuestionId } from "../questions/question.ts";
import type { Database, Dialect } from "./database.ts";
import type { QuestionsTable, Tables } from "./schema.ts";

export function questionStore({ db, dialect }: Database): QuestionStore {
  return {
    transaction: (work) =>
      db.transaction().execute((transaction) => work(questionTransaction(transaction, dialect))),
  };
}

function questionTransaction(tx: Transaction<Tables>, dialect: Dialect): QuestionTransaction {
  return {
    insert: (stored) => insert(tx, stored),
    lock: (id) => read(tx, dialect, id),
    async update(question) {
      const { assignee, status, changed_at } = rowOf(question);
      await tx
        .updateTable("questions")
        .set({ assignee, status, changed_at })
        .where("id", "=", question.id)
        .execute();
    },
    addMessage: (questionId, message) => addMessage(tx, questionId, message),
    async setOffer(question_id, { memberId, status }) {
      await tx
        .insertInto("offers")
        .values({ question_id, member_id: memberId, status })
        .onConflict((conflict) => conflict.columns(["question_id", "member_id"]).doUpdateSet({ status }))
        .execute();
    },
    async setReturnAddress(question_id, address) {
      await tx.deleteFrom("return_addresses").where("question_id", "=", question_id).execute();
      if (!address) return;
      const { askerPseudonym, sealed } = address;
      await tx
        .insertInto("return_addresses")
        .values({ question_id, asker_pseudonym: askerPseudonym, sealed })
        .execute();
    },
    async enqueue(question_id, notices, dueAt) {
      if (notices.length === 0) return;
      const rows = notices.map((notice) => ({
        ...{ question_id, stream: streamOf(question_id, notice), notice: JSON.stringify(notice) },
        ...{ attempts: 0, enqueued_at: dueAt, due_at: dueAt },
      }));
      await tx.insertInto("deliveries").values(rows).execute();
    },
    async hasNoticeForAsker(questionId) {
      const stream = streamOf(questionId, { to: "asker", about: "change" });
      const waiting = await tx
        .selectFrom("deliveries")
        .select("sequence")
        .where("stream", "=", stream)
        .limit(1)
        .execute();
      return waiting.length > 0;
    },
    load: () => load(tx),
    async questionsOf(asker, limit) {
      const rows = await tx
        .selectFrom("return_addresses")
        .innerJoin("questions", "questions.id", "return_addresses.question_id")
        .select("questions.id")
        .where("asker_pseudonym", "=", asker)
        .orderBy("asked_at", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
  };
}

async function insert(tx: Transaction<Tables>, stored: StoredQuestion): Promise<boolean> {
  const { question, returnAddress } = stored;
  const inserted = await tx
    .insertInto("questions")
    .values({
      ...rowOf(question),
      wrapped_key: stored.wrappedKey,
      ticket_hash: stored.ticketHash,
      sealed_identity: stored.sealedIdentity ?? null,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return false;
  for (const message of stored.messages) await addMessage(tx, question.id, message);
  const offers = stored.offers.map(({ memberId, status }) => ({
    question_id: question.id,
    member_id: memberId,
    status,
  }));
  if (offers.length > 0) await tx.insertInto("offers").values(offers).execute();
  if (returnAddress) {
    const { askerPseudonym, sealed } = returnAddress;
    const row = { question_id: question.id, asker_pseudonym: askerPseudonym, sealed };
    await tx.insertInto("return_addresses").values(row).execute();
  }
  return true;
}

async function addMessage(
  tx: Transaction<Tables>,
  question_id: QuestionId,
  message: StoredMessage,
): Promise<boolean> {
  const { id, author, sealedText, writtenAt } = message;
  const member_id = author.by === "member" ? author.memberId : null;
  const inserted = await tx
    .insertInto("messages")
    .values({ question_id, id, member_id, sealed_text: sealedText, written_at: writtenAt })
    .onConflict((conflict) => conflict.columns(["question_id", "id"]).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** SQLite has one writer at a time and needs no row lock. */
async function read(
  tx: Transaction<Tables>,
  dialect: Dialect,
  id: QuestionId,
): Promise<StoredQuestion | undefined> {
  const row = await tx
    .selectFrom("questions")
    .leftJoin("return_addresses", "return_addresses.question_id", "questions.id")
    .selectAll("questions")
    .select(["asker_pseudonym", "sealed"])
    .where("questions.id", "=", id)
    .$if(dialect === "postgres", (query) => query.forUpdate("questions"))
    .executeTakeFirst();
  if (!row) return undefined;
  const { asker_pseudonym: askerPseudonym, sealed } = row;
  return {
    question: questionOf(row),
    wrappedKey: row.wrapped_key,
    ticketHash: row.ticket_hash,
    sealedIdentity: row.sealed_identity ?? undefined,
    returnAddress: askerPseudonym && sealed ? { askerPseudonym, sealed } : undefined,
    messages: await messagesOf(tx, id),
    offers: await offersOf(tx, id),
  };
}

async function messagesOf(tx: Kysely<Tables>, id: QuestionId): Promise<StoredMessage[]> {
  const rows = await tx
    .selectFrom("messages")
    .selectAll()
    .where("question_id", "=", id)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    author: row.member_id === null ? { by: "asker" } : { by: "member", memberId: row.member_id },
    sealedText: row.sealed_text,
    writtenAt: row.written_at,
  }));
}

async function offersOf(tx: Kysely<Tables>, id: QuestionId) {
  const rows = await tx
    .selectFrom("offers")
    .select(["member_id", "status"])
    .where("question_id", "=", id)
    .execute();
  return rows.map(({ member_id, status }) => ({ memberId: member_id, status }));
}

async function load(tx: Kysely<Tables>): Promise<Map<MemberId, number>> {
  const held = tx
    .selectFrom("questions")
    .select(({ ref }) => ref("assignee").$notNull().as("member"))
    .where("status", "in", openStatuses)
    .where("assignee", "is not", null);
  const offered = tx
    .selectFrom("offers")
    .innerJoin("questions", "questions.id", "offers.question_id")
    .select("offers.member_id as member")
    .where("questions.status", "=", "routed")
    .where("offers.status", "=", "offered");
  const rows = await tx
    .selectFrom(held.unionAll(offered).as("open"))
    .select(({ fn }) => ["member", fn.countAll<number>().as("count")])
    .groupBy("member")
    .execute();
  return new Map(rows.map(({ member, count }) => [member, count]));
}

function rowOf({ askedAt, changedAt, assignee, ...same }: Question) {
  return { ...same, assignee: assignee ?? null, asked_at: askedAt, changed_at: changedAt };
}

function questionOf(row: Omit<QuestionsTable, "wrapped_key">): Question {
  const { id, mode, topic, language, status, assignee, asked_at, changed_at } = row;
  return {
    id,
    mode,
    topic,
    language,
    status,
    assignee: assignee ?? undefined,
    askedAt: asked_at,
    changedAt: changed_at,
  };
}
