import type { Transaction } from "kysely";
import { sql } from "kysely";
import { type Delivery, type Notice, noticeSchema, streamOf } from "../questions/notice.ts";
import type { OutboxStore } from "../questions/ports.ts";
import type { QuestionId } from "../questions/question.ts";
import type { Database, Dialect } from "./database.ts";
import type { DeliveriesTable, Tables } from "./schema.ts";

/**
 * The outbox as a table. Only the first delivery of a stream bears a due time,
 * so that taking costs the same however many wait behind it; whoever removes
 * the first passes the turn to the next.
 */
export function outboxStore({ db, dialect }: Database): OutboxStore {
  return {
    async take(now, leaseUntil, limit) {
      const due = db
        .selectFrom("deliveries")
        .select("sequence")
        .where("due_at", "<=", now)
        .orderBy("due_at")
        .limit(limit)
        .$if(dialect === "postgres", (query) => query.forUpdate().skipLocked());
      const rows = await db
        .updateTable("deliveries")
        .set(({ eb }) => ({ due_at: leaseUntil, attempts: eb("attempts", "+", 1) }))
        .where("sequence", "in", due)
        .returningAll()
        .execute();
      return rows.map(deliveryOf);
    },
    done: (sequence, leaseUntil) =>
      db.transaction().execute(async (tx) => {
        const gone = await tx
          .deleteFrom("deliveries")
          .where("sequence", "=", sequence)
          .returning("stream")
          .executeTakeFirst();
        return gone && takeNext(tx, dialect, gone.stream, leaseUntil);
      }),
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
    async nextDueAt() {
      const next = await db
        .selectFrom("deliveries")
        .select("due_at")
        .where("due_at", "is not", null)
        .orderBy("due_at")
        .limit(1)
        .executeTakeFirst();
      return next?.due_at ?? undefined;
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
  if (notices.length === 0) return;
  const streams = [...new Set(notices.map((notice) => streamOf(questionId, notice)))].sort();
  for (const stream of streams) await lockStream(tx, dialect, stream);
  const occupied = new Set(await occupiedStreams(tx, streams));
  const rows = notices.map((notice) => {
    const stream = streamOf(questionId, notice);
    const due_at = occupied.has(stream) ? null : dueAt;
    occupied.add(stream);
    return {
      question_id: questionId,
      stream,
      notice: JSON.stringify(notice),
      attempts: 0,
      enqueued_at: dueAt,
      due_at,
    };
  });
  await tx.insertInto("deliveries").values(rows).execute();
}

async function occupiedStreams(tx: Transaction<Tables>, streams: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom("deliveries")
    .select("stream")
    .distinct()
    .where("stream", "in", streams)
    .execute();
  return rows.map((row) => row.stream);
}

async function takeNext(
  tx: Transaction<Tables>,
  dialect: Dialect,
  stream: string,
  leaseUntil: number,
): Promise<Delivery | undefined> {
  await lockStream(tx, dialect, stream);
  const next = tx
    .selectFrom("deliveries")
    .select("sequence")
    .where("stream", "=", stream)
    .orderBy("sequence")
    .limit(1);
  const row = await tx
    .updateTable("deliveries")
    .set(({ eb }) => ({ due_at: leaseUntil, attempts: eb("attempts", "+", 1) }))
    .where("sequence", "in", next)
    .where("due_at", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row && deliveryOf(row);
}

/**
 * Until the transaction ends, nobody else may add to this stream or pass its
 * turn on: otherwise a delivery added behind one that is just going could wait
 * for ever. SQLite has one writer at a time and needs no lock.
 */
async function lockStream(tx: Transaction<Tables>, dialect: Dialect, stream: string): Promise<void> {
  if (dialect === "postgres")
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
