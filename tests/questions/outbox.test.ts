import { describe, expect, it, vi } from "vitest";
import type { Delivery } from "../../src/questions/notice.ts";
import { pauseAfter, startOutbox } from "../../src/questions/outbox.ts";
import type { Outcome } from "../../src/questions/ports.ts";
import type { QuestionId } from "../../src/questions/question.ts";

interface Row extends Delivery {
  dueAt: number;
}

/** A store of a few rows, each its own stream; taking moves a row's due time, as the real ones do. */
function setUp(count: number, deliver: (delivery: Delivery) => Promise<Outcome>) {
  const rows = new Map<number, Row>();
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const notice = { to: "asker", about: "change" } as const;
    rows.set(sequence, {
      sequence,
      questionId: "q" as QuestionId,
      notice,
      attempts: 0,
      enqueuedAt: 0,
      dueAt: 0,
    });
  }
  const events: string[] = [];
  const outbox = startOutbox({
    store: {
      async take(now, leaseUntil, limit) {
        const due = [...rows.values()].filter((row) => row.dueAt <= now).slice(0, limit);
        for (const row of due)
          rows.set(row.sequence, { ...row, dueAt: leaseUntil, attempts: row.attempts + 1 });
        return due;
      },
      async done(sequence) {
        rows.delete(sequence);
        return undefined;
      },
      async passTurns() {
        // Each row here is a stream of its own.
      },
      async extend() {
        // No test here lasts as long as a lease.
      },
      async again(sequence, dueAt) {
        const row = rows.get(sequence);
        // The pause itself is tested below; here the next attempt may come at once.
        if (row) rows.set(sequence, { ...row, dueAt: Math.min(dueAt, Date.now()) });
      },
    },
    clock: Date.now,
    timer: (fire, ms) => {
      const handle = setTimeout(fire, ms);
      return () => clearTimeout(handle);
    },
    random: () => 0.5,
    log: (_level, event) => events.push(event),
    deliver,
    afterDelivery: async () => undefined,
  });
  return { outbox, rows, events };
}

describe("the outbox", () => {
  it("delivers everything that waits, then sleeps", async () => {
    const { outbox, rows } = setUp(40, async () => ({ kind: "delivered" }));
    await vi.waitFor(() => expect(rows.size).toBe(0));
    await outbox.stop();
  });

  it("tries again what failed or threw, until it arrives", async () => {
    const { outbox, rows, events } = setUp(2, async ({ attempts, sequence }) => {
      if (attempts < 2 && sequence === 1) return { kind: "later", afterMs: undefined };
      if (attempts < 1) throw new Error("the courier broke");
      return { kind: "delivered" };
    });
    await vi.waitFor(() => expect(rows.size).toBe(0));
    expect(events).toContain("delivery-postponed");
    expect(events).toContain("delivery-failed");
    await outbox.stop();
  });

  it("does not let a slow delivery hold up the others", async () => {
    const { promise: slow, resolve: release } = Promise.withResolvers<void>();
    const { outbox, rows } = setUp(5, async ({ sequence }) => {
      if (sequence === 1) await slow;
      return { kind: "delivered" };
    });
    await vi.waitFor(() => expect([...rows.keys()]).toEqual([1]));
    release();
    await outbox.stop();
    expect(rows.size).toBe(0);
  });

  it("waits longer after each failure, at least as long as it was told, and never all at once", () => {
    expect(pauseAfter(0, undefined, 0)).toBe(500);
    expect(pauseAfter(0, undefined, 1)).toBe(1000);
    expect(pauseAfter(5, undefined, 0)).toBe(16_000);
    expect(pauseAfter(40, undefined, 1)).toBe(600_000);
    expect(pauseAfter(0, 30_000, 0.5)).toBe(30_000);
  });
});
