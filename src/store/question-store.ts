import type { Kysely, Transaction } from "kysely";
import type { MemberId } from "../base/vocabulary.ts";
import { streamOf } from "../questions/notice.ts";
import type {
  QuestionStore,
  QuestionTransaction,
  StoredMessage,
  StoredQuestion,
  StoredReturnAddress,
} from "../questions/ports.ts";
import type { Question, QuestionId } from "../questions/question.ts";
import type { Database, Dialect } from "./database.ts";
import { enqueue } from "./outbox-store.ts";
import { prepared } from "./prepared.ts";
import type { MessagesTable, OffersTable, QuestionsTable, ReturnAddressesTable, Tables } from "./schema.ts";

export function questionStore({ db, dialect }: Database): QuestionStore {
  return {
    transaction: (work) =>
      db.transaction().execute((transaction) => work(questionTransaction(transaction, dialect))),
    read: (id) => readQuestion(db, id),
    forgetAskers: () => forgetAskers(db),
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
      if (address) await insertReturnAddress(tx, addressRow(question_id, address));
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

const insertQuestion = prepared((db, row: QuestionsTable) =>
  db
    .insertInto("questions")
    .values({
      ...{ id: row.id, mode: row.mode, topic: row.topic, language: row.language, status: row.status },
      ...{ assignee: row.assignee, asked_at: row.asked_at, changed_at: row.changed_at },
      ...{ wrapped_key: row.wrapped_key, ticket_hash: row.ticket_hash, sealed_identity: row.sealed_identity },
    })
    .onConflict((conflict) => conflict.column("id").doNothing()),
);

const insertMessage = prepared((db, row: Omit<MessagesTable, "position">) =>
  db
    .insertInto("messages")
    .values({
      ...{ question_id: row.question_id, id: row.id, member_id: row.member_id },
      ...{ sealed_text: row.sealed_text, written_at: row.written_at },
    })
    .onConflict((conflict) => conflict.columns(["question_id", "id"]).doNothing()),
);

const insertOffer = prepared((db, row: OffersTable) =>
  db
    .insertInto("offers")
    .values({ question_id: row.question_id, member_id: row.member_id, status: row.status }),
);

const insertReturnAddress = prepared((db, row: ReturnAddressesTable) =>
  db
    .insertInto("return_addresses")
    .values({ question_id: row.question_id, asker_pseudonym: row.asker_pseudonym, sealed: row.sealed }),
);

async function insert(tx: Transaction<Tables>, stored: StoredQuestion): Promise<boolean> {
  const { question, returnAddress } = stored;
  const { numAffectedRows } = await insertQuestion(tx, {
    ...rowOf(question),
    wrapped_key: stored.wrappedKey,
    ticket_hash: stored.ticketHash,
    sealed_identity: stored.sealedIdentity ?? null,
  });
  if (numAffectedRows !== 1n) return false;
  for (const message of stored.messages) await addMessage(tx, question.id, message);
  for (const { memberId, status } of stored.offers) {
    await insertOffer(tx, { question_id: question.id, member_id: memberId, status });
  }
  if (returnAddress) await insertReturnAddress(tx, addressRow(question.id, returnAddress));
  return true;
}

async function addMessage(
  tx: Transaction<Tables>,
  question_id: QuestionId,
  { id, author, sealedText, writtenAt }: StoredMessage,
): Promise<boolean> {
  const member_id = author.by === "member" ? author.memberId : null;
  const row = { question_id, id, member_id, sealed_text: sealedText, written_at: writtenAt };
  const { numAffectedRows } = await insertMessage(tx, row);
  return numAffectedRows === 1n;
}

const questionRow = (db: Kysely<Tables>, { id }: { readonly id: QuestionId }) =>
  db
    .selectFrom("questions")
    .leftJoin("return_addresses", "return_addresses.question_id", "questions.id")
    .selectAll("questions")
    .select(["asker_pseudonym", "sealed"])
    .where("questions.id", "=", id);
const selectQuestion = prepared(questionRow);
const lockQuestion = prepared((db, value: { readonly id: QuestionId }) =>
  questionRow(db, value).forUpdate("questions"),
);

const selectMessages = prepared((db, { id }: { readonly id: QuestionId }) =>
  db.selectFrom("messages").selectAll().where("question_id", "=", id).orderBy("position"),
);

const selectOffers = prepared((db, { id }: { readonly id: QuestionId }) =>
  db.selectFrom("offers").select(["member_id", "status"]).where("question_id", "=", id),
);

/** SQLite has one writer at a time: there, `forUpdate` is never asked for. */
async function readQuestion(
  db: Kysely<Tables>,
  id: QuestionId,
  forUpdate = false,
): Promise<StoredQuestion | undefined> {
  const { rows } = await (forUpdate ? lockQuestion : selectQuestion)(db, { id });
  const row = rows[0];
  if (!row) return undefined;
  const messages = await selectMessages(db, { id });
  const offers = await selectOffers(db, { id });
  const { asker_pseudonym: askerPseudonym, sealed } = row;
  return {
    question: questionOf(row),
    wrappedKey: row.wrapped_key,
    ticketHash: row.ticket_hash,
    sealedIdentity: row.sealed_identity ?? undefined,
    returnAddress: askerPseudonym && sealed ? { askerPseudonym, sealed } : undefined,
    messages: messages.rows.map(messageOf),
    offers: offers.rows.map(({ member_id, status }) => ({ memberId: member_id, status })),
  };
}

function messageOf(row: Omit<MessagesTable, "position">): StoredMessage {
  return {
    id: row.id,
    author: row.member_id === null ? { by: "asker" } : { by: "member", memberId: row.member_id },
    sealedText: row.sealed_text,
    writtenAt: row.written_at,
  };
}

function addressRow(
  question_id: QuestionId,
  { askerPseudonym, sealed }: StoredReturnAddress,
): ReturnAddressesTable {
  return { question_id, asker_pseudonym: askerPseudonym, sealed };
}

async function forgetAskers(db: Kysely<Tables>): Promise<void> {
  await db
    .deleteFrom("return_addresses")
    .where("question_id", "in", (eb) =>
      eb
        .selectFrom("questions")
        .select("id")
        .where("status", "in", ["closed", "withdrawn"])
        .where("mode", "!=", "named"),
    )
    .where(({ eb, not, exists }) =>
      not(
        exists(
          eb
            .selectFrom("deliveries")
            .select("sequence")
            .whereRef("deliveries.question_id", "=", "return_addresses.question_id")
            .where("stream", "like", "asker:%"),
        ),
      ),
    )
    .execute();
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
