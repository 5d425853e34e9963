import type { Clock, Log, Timer } from "../base/ports.ts";
import type { Delivery } from "./notice.ts";
import type { OutboxStore, Outcome } from "./ports.ts";

export interface OutboxParts {
  readonly store: OutboxStore;
  readonly clock: Clock;
  readonly timer: Timer;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly log: Log;
  readonly deliver: (delivery: Delivery) => Promise<Outcome>;
  readonly afterDelivery: (delivery: Delivery) => Promise<void>;
}

export interface Outbox {
  /** Something was put in: look now. */
  wake(): void;
  /** Ends after the deliveries that are under way. */
  stop(): Promise<void>;
}

/** How long a taken delivery is kept from other servers when this one dies. */
const leaseMs = 15_000;
/** Leases of what is under way are renewed this often. */
const renewMs = leaseMs / 3;
const atOnce = 16;
/** Other instances and timers put things in as well. */
const longestSleepMs = 2_000;

/**
 * Delivers what waits in the outbox until stopped: at least once each, in
 * order per stream, with growing and scattered pauses between attempts. A slow
 * delivery holds up its own stream only.
 */
export function startOutbox(parts: OutboxParts): Outbox {
  const underWay = new Set<Promise<void>>();
  const leased = new Set<number>();
  const bell = createBell(parts.timer);
  let stopping = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  /** When something that this server postponed is due. What others left is found by looking every other while. */
  let postponedUntil = Number.POSITIVE_INFINITY;

  async function run(): Promise<void> {
    while (!stopping) {
      bell.reset();
      if (parts.clock() >= postponedUntil) postponedUntil = Number.POSITIVE_INFINITY;
      await lookForLostTurns();
      const room = atOnce - underWay.size;
      const taken = await take(parts, room);
      for (const delivery of taken) begin(delivery);
      if (taken.length < room) await bell.wait(Math.min(postponedUntil - parts.clock(), longestSleepMs));
      else if (underWay.size === atOnce) await bell.wait(longestSleepMs);
    }
    await Promise.all(underWay);
    stopRenewing();
  }

  async function lookForLostTurns(): Promise<void> {
    const now = parts.clock();
    if (now - lookedAt < longestSleepMs) return;
    lookedAt = now;
    await parts.store.passTurns(now).catch((error: unknown) => {
      parts.log("error", "outbox-store-failed", {}, error);
    });
  }

  function begin(delivery: Delivery): void {
    const stream: Promise<void> = deliverStream(delivery).then((until) => {
      const wasFull = underWay.size === atOnce;
      underWay.delete(stream);
      if (until !== undefined) postponedUntil = Math.min(postponedUntil, until);
      if (wasFull || until !== undefined) bell.ring();
    });
    underWay.add(stream);
  }

  function renew(): void {
    stopRenewing = parts.timer(renew, renewMs);
    parts.store.extend([...leased], parts.clock() + leaseMs).catch((error: unknown) => {
      parts.log("error", "outbox-store-failed", {}, error);
    });
  }

  /** Delivers one, and then what waits behind it in its stream. Returns when to try again, if something has to wait. */
  async function deliverStream(first: Delivery): Promise<number | undefined> {
    let delivery: Delivery | undefined = first;
    while (delivery && !stopping) {
      const { sequence } = delivery;
      leased.add(sequence);
      const attempt = await attemptDelivery(parts, delivery, () => leased.delete(sequence));
      if (attempt.waits) return attempt.until;
      delivery = attempt.next;
    }
    return delivery && postpone(parts, delivery, 0);
  }

  let stopRenewing = parts.timer(renew, renewMs);
  const loop = run();
  return {
    wake: bell.ring,
    stop() {
      stopping = true;
      bell.ring();
      return loop;
    },
  };
}

/** A sleep that can be ended early; a ring while nobody sleeps ends the next sleep at once. */
function createBell(timer: Timer) {
  let rung = false;
  let answer: (() => void) | undefined;
  return {
    reset() {
      rung = false;
    },
    ring() {
      rung = true;
      answer?.();
    },
    wait(ms: number): Promise<void> {
      if (rung) return Promise.resolve();
      return new Promise((resolve) => {
        const cancel = timer(resolve, ms);
        answer = () => {
          cancel();
          resolve();
        };
      });
    },
  };
}

async function take({ store, clock, log }: OutboxParts, limit: number): Promise<readonly Delivery[]> {
  if (limit <= 0) return [];
  try {
    const now = clock();
    return await store.take(now, now + leaseMs, limit);
  } catch (error) {
    log("error", "outbox-store-failed", {}, error);
    return [];
  }
}

/** What became of one: it went, and `next` comes behind it in the stream; or it waits for another time. */
type Attempt =
  | { readonly waits: false; readonly next: Delivery | undefined }
  | { readonly waits: true; readonly until: number };

/** Never throws: what goes wrong here is tried again, after the pause or when the lease ends. */
async function attemptDelivery(parts: OutboxParts, delivery: Delivery, ended: () => void): Promise<Attempt> {
  const { to, about } = delivery.notice;
  const attempts = delivery.attempts + 1;
  try {
    const outcome = await outcomeOf(parts, delivery).finally(ended);
    if (outcome.kind !== "later") {
      const next = await parts.store.done(delivery.sequence, parts.clock() + leaseMs);
      await parts.afterDelivery(delivery);
      return { waits: false, next };
    }
    const pauseMs = pauseAfter(delivery.attempts, outcome.afterMs, parts.random());
    parts.log("warn", "delivery-postponed", { to, about, attempts, pauseMs });
    return { waits: true, until: await postpone(parts, delivery, pauseMs) };
  } catch (error) {
    parts.log("error", "outbox-store-failed", { to, about, attempts }, error);
    return { waits: true, until: parts.clock() + leaseMs };
  }
}

/** Returns when it is due. Never throws: without a new time, it is tried again when its lease ends. */
async function postpone(
  { store, clock, log }: OutboxParts,
  delivery: Delivery,
  pauseMs: number,
): Promise<number> {
  const dueAt = clock() + pauseMs;
  try {
    await store.again(delivery.sequence, dueAt);
    return dueAt;
  } catch (error) {
    log("error", "outbox-store-failed", {}, error);
    return clock() + leaseMs;
  }
}

async function outcomeOf(parts: OutboxParts, delivery: Delivery): Promise<Outcome> {
  try {
    return await parts.deliver(delivery);
  } catch (error) {
    parts.log("error", "delivery-failed", { to: delivery.notice.to, about: delivery.notice.about }, error);
    return { kind: "later", afterMs: undefined };
  }
}

/**
 * Milliseconds before the next attempt: at least what the other side asked
 * for, else doubling from one second to ten minutes, half of it scattered so
 * that deliveries that failed together do not come back together.
 */
export function pauseAfter(attempts: number, askedMs: number | undefined, random: number): number {
  const doubling = Math.min(1000 * 2 ** attempts, 10 * 60_000);
  const scattered = doubling / 2 + (doubling / 2) * random;
  return Math.round(Math.max(askedMs ?? 0, scattered));
}
