import type { ExpressionBuilder } from "kysely";
import { noticeSchema } from "../questions/notice.ts";
import type { OutboxStore } from "../questions/ports.ts";
import type { Database } from "./database.ts";
import type { Tables } from "./schema.ts";

export function outboxStore({ db, dialect }: Database): OutboxStore {
  return {
    async take(now, leaseUntil, limit) {
      const due = db
        .selectFrom("deliveries as due")
        .select("due.sequence")
        .where("due.due_at", "<=", now)
        .where(isFirstOfStream)
        .orderBy("due.sequence")
        .limit(limit)
        .$if(dialect === "postgres", (query) => query.forUpdate().skipLocked());
      const rows = await db
        .updateTable("deliveries")
        .set(({ eb }) => ({ due_at: leaseUntil, attempts: eb("attempts", "+", 1) }))
        .where("sequence", "in", due)
        .returningAll()
        .execute();
      return rows
        .sort((a, b) => a.sequence - b.sequence)
        .map((row) => ({
          sequence: row.sequence,
          questionId: row.question_id,
          notice: noticeSchema.parse(JSON.parse(row.notice)),
          attempts: row.attempts - 1,
          enqueuedAt: row.enqueued_at,
        }));
    },
    async done(sequence) {
      await db.deleteFrom("deliveries").where("sequence", "=", sequence).execute();
    },
    async again(sequence, dueAt) {
      await db.updateTable("deliveries").set({ due_at: dueAt }).where("sequence", "=", sequence).execute();
    },
    async nextDueAt() {
      const next = await db
        .selectFrom("deliveries as due")
        .select(({ fn }) => fn.min<number | null>("due.due_at").as("at"))
        .where(isFirstOfStream)
        .executeTakeFirst();
      return next?.at ?? undefined;
    },
  };
}

/** What waits behind another delivery of its stream is not due yet, whatever its time says. */
function isFirstOfStream(eb: ExpressionBuilder<Tables & { due: Tables["deliveries"] }, "due">) {
  return eb.not(
    eb.exists(
      eb
        .selectFrom("deliveries as earlier")
        .select("earlier.sequence")
        .whereRef("earlier.stream", "=", "due.stream")
        .whereRef("earlier.sequence", "<", "due.sequence"),
    ),
  );
}
