import { type Kysely, sql, type Transaction } from "kysely";
import { type Delivery, type Notice, noticeSchema, streamOf } from "../questions/notice.ts";
import type { OutboxStore } from "../questions/ports.ts";
import type { QuestionId } from "../questions/question.ts";
import type { Database, Dialect } from "./database.ts";
import { prepared } from "./prepared.ts";
import type { DeliveriesTable, Tables } from "./schema.ts";

interface Taking {
  readonly now: number;
  readonly leaseUntil: number;
  readonly limit: number;
}

const dueNow = (db: Kysely<Tables>, { now, limit }: Taking) =>
  db.selectFrom("deliveries").select("sequence").where("due_at", "<=", now).orderBy("due_at").limit(limit);

const lease = (db: Kysely<Tables>, leaseUntil: number) =>
  db
    .updateTable("deliveries")
    .set(({ eb }) => ({ due_at: leaseUntil, attempts: eb("attempts", "+", 1) }))
    .returningAll();

const takeDue = prepared((db, value: Taking) =>
  lease(db, value.leaseUntil).where("sequence", "in", dueNow(db, value)),
);

/** What another worker is just taking is passed over. */
const takeUnlocked = prepared((db, value: Taking) =>
  lease(db, value.leaseUntil).where("sequence", "in", dueNow(db, value).forUpdate().skipLocked()),
);

const takeFirst = prepared(
  (db, { stream, leaseUntil }: { readonly stream: string; readonly leaseUntil: number }) =>
    lease(db, leaseUntil)
      .where("due_at", "is", null)
      .where("sequence", "in", (eb) =>
        eb
          .selectFrom("deliveries")
          .select("sequence")
          .where("stream", "=", stream)
          .orderBy("sequence")
          .limit(1),
      ),
);

const remove = prepared((db, { sequence }: { readonly sequence: number }) =>
  db.deleteFrom("deliveries").where("sequence", "=", sequence).returning("stream"),
);

/**
 * Makes due what is first of its stream and yet waits: it was added behind one
 * that was just going, in a transaction that the other did not see, or a
 * process died between removing one and taking the next.
 */
const makeFirstDue = prepared((db, { now }: { readonly now: number }) =>
  db
    .updateTable("deliveries")
    .set({ due_at: now })
    .where("due_at", "is", null)
    .where(({ eb, not, exists }) =>
      not(
        exists(
          eb
            .selectFrom("deliveries as earlier")
            .select("earlier.sequence")
            .whereRef("earlier.stream", "=", "deliveries.stream")
            .whereRef("earlier.sequence", "<", "deliveries.sequence"),
        ),
      ),
    ),
);

interface NewDelivery {
  readonly questionId: QuestionId;
  readonly stream: string;
  readonly notice: string;
  readonly dueAt: number;
}

const insertDelivery = prepared((db, { questionId, stream, notice, dueAt }: NewDelivery) =>
  db.insertInto("deliveries").values(({ eb, exists, selectFrom }) => ({
    ...{ question_id: questionId, stream, notice, attempts: 0, enqueued_at: dueAt },
    due_at: eb
      .case()
      .when(
        exists(selectFrom("deliveries as waiting").select("sequence").where("waiting.stream", "=", stream)),
      )
      .then(null)
      .else(eb.cast<number>(eb.val(dueAt), "bigint"))
      .end(),
  })),
);

/**
 * The outbox as a table. Only the first delivery of a stream bears a due time,
 * so that taking costs the same however many wait behind it; whoever removes
 * the first takes the next, and what falls between is found by the next look.
 */
export function outboxStore({ db, dialect }: Database): OutboxStore {
  return {
    async take(now, leaseUntil, limit) {
      const { rows } = await (dialect === "postgres" ? takeUnlocked : takeDue)(db, {
        now,
        leaseUntil,
        limit,
      });
      return rows.map(deliveryOf);
    },
    async done(sequence, leaseUntil) {
      const gone = (await remove(db, { sequence })).rows[0];
      const next = gone && (await takeFirst(db, { stream: gone.stream, leaseUntil })).rows[0];
      return next && deliveryOf(next);
    },
    async extend(sequences, leaseUntil) {
      if (sequences.length === 0) return;
      await db
        .updateTable("deliveries")
        .set({ due_at: leaseUntil })
        .where("sequence", "in", sequences)
        .execute();
    },
    async again(sequence, dueAt) {
      await db.updateTable("deliveries").set({ due_at: dueAt }).where("sequence", "=", sequence).execute();
    },
    async passTurns(now) {
      await makeFirstDue(db, { now });
    },
  };
}

/**
 * Makes all that waits due at once, whoever had taken it. Only where no other
 * process can be delivering: whatever an earlier one had taken died with it.
 */
export async function releaseLeases({ db }: Database): Promise<void> {
  await db.updateTable("deliveries").set({ due_at: 0 }).where("due_at", "is not", null).execute();
}

/** Puts notices at the end of their streams. */
export async function enqueue(
  tx: Transaction<Tables>,
  dialect: Dialect,
  questionId: QuestionId,
  notices: readonly Notice[],
  dueAt: number,
): Promise<void> {
  const streams = new Set(notices.map((notice) => streamOf(questionId, notice)));
  if (dialect === "postgres") for (const stream of [...streams].sort()) await lockStream(tx, stream);
  for (const notice of notices) {
    const stream = streamOf(questionId, notice);
    await insertDelivery(tx, { questionId, stream, notice: JSON.stringify(notice), dueAt });
  }
}

/**
 * Until the transaction ends nobody else may add to this stream: two that do
 * not see each other would both be first. SQLite has one writer at a time.
 */
async function lockStream(tx: Transaction<Tables>, stream: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${stream}, 0))`.execute(tx);
}

function deliveryOf(row: Omit<DeliveriesTable, "sequence"> & { sequence: number }): Delivery {
  return {
    sequence: row.sequence,
    questionId: row.question_id,
    notice: noticeSchema.parse(JSON.parse(row.notice)),
    attempts: row.attempts - 1,
    enqueuedAt: row.enqueued_at,
  };
}
