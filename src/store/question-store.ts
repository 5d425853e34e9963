import type { Kysely, Transaction } from "kysely";
import type { MemberId } from "../base/vocabulary.ts";
import { streamOf } from "../questions/notice.ts";
import type {
  QuestionStore,
  QuestionTransaction,
  StoredMessage,
  StoredQuestion,
} from "../questions/ports.ts";
import type { Question, QuestionId } from "../questions/question.ts";
import type { Database, Dialect } from "./database.ts";
import { enqueue } from "./outbox-store.ts";
import type { QuestionsTable, Tables } from "./schema.ts";

export function questionStore({ db, dialect }: Database): QuestionStore {
  return {
    transaction: (work) =>
      db.transaction().execute((transaction) => work(questionTransaction(transaction, dialect))),
    read: (id) => readQuestion(db, id),
    load: () => load(db),
  };
}

function questionTransaction(tx: Transaction<Tables>, dialect: Dialect): QuestionTransaction {
  return {
    insert: (stored) => insert(tx, stored),
    lock: (id) => readQuestion(tx, id, dialect === "postgres"),
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
    async settleOffers(question_id, assignee, { ofAssignee, ofOthers }) {
      await tx
        .updateTable("offers")
        .set(({ eb }) => ({
          status: eb
            .case()
            .when("member_id", "=", assignee ?? null)
            .then(ofAssignee)
            .else(ofOthers)
            .end(),
        }))
        .where("question_id", "=", question_id)
        .where("status", "!=", "declined")
        .execute();
    },
    enqueue: (questionId, notices, dueAt) => enqueue(tx, dialect, questionId, notices, dueAt),
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

/** SQLite has one writer at a time: there, `forUpdate` is never asked for. */
async function readQuestion(
  db: Kysely<Tables>,
  id: QuestionId,
  forUpdate = false,
): Promise<StoredQuestion | undefined> {
  const row = await db
    .selectFrom("questions")
    .leftJoin("return_addresses", "return_addresses.question_id", "questions.id")
    .selectAll("questions")
    .select(["asker_pseudonym", "sealed"])
    .where("questions.id", "=", id)
    .$if(forUpdate, (query) => query.forUpdate("questions"))
    .executeTakeFirst();
  if (!row) return undefined;
  const { asker_pseudonym: askerPseudonym, sealed } = row;
  return {
    question: questionOf(row),
    wrappedKey: row.wrapped_key,
    ticketHash: row.ticket_hash,
    sealedIdentity: row.sealed_identity ?? undefined,
    returnAddress: askerPseudonym && sealed ? { askerPseudonym, sealed } : undefined,
    messages: await messagesOf(db, id),
    offers: await offersOf(db, id),
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

async function load(db: Kysely<Tables>): Promise<Map<MemberId, number>> {
  const rows = await db
    .selectFrom("offers")
    .select(({ fn }) => ["member_id", fn.countAll<number>().as("count")])
    .where("status", "in", ["offered", "claimed"])
    .groupBy("member_id")
    .execute();
  return new Map(rows.map(({ member_id, count }) => [member_id, count]));
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
