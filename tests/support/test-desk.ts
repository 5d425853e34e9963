import { localVault, newMasterKey } from "../../src/anonymity/server/local-vault.ts";
import type { MemberId, RoleId, TopicId } from "../../src/base/vocabulary.ts";
import { afterDelivery, deliver } from "../../src/questions/deliver.ts";
import { createDesk } from "../../src/questions/desk.ts";
import { estimateLoad } from "../../src/questions/estimated-load.ts";
import type { Delivery, Notice } from "../../src/questions/notice.ts";
import type { Outcome, WorkingCalendar } from "../../src/questions/ports.ts";
import type { AskerView, MemberView } from "../../src/questions/views.ts";
import type { Candidate } from "../../src/routing/candidate.ts";
import type { Store } from "../../src/store/open-store.ts";

export const fatima = "00000000-0000-4000-8000-000000000004" as MemberId;
export const bram = "00000000-0000-4000-8000-000000000005" as MemberId;
export const coordinator = "00000000-0000-4000-8000-000000000009" as MemberId;

export function candidate(memberId: MemberId, role: RoleId, change: Partial<Candidate> = {}): Candidate {
  return {
    memberId,
    role,
    languages: ["nl"],
    topics: [],
    activeFrom: undefined,
    activeUntil: undefined,
    order: 1,
    ...change,
  };
}

/** Something that arrived, as the courier was given it. */
export type Arrived =
  | { readonly to: MemberId; readonly about: string; readonly view: MemberView }
  | { readonly to: "asker"; readonly about: string; readonly view: AskerView; readonly address: string };

const day = 86_400_000;
/** Every day is a working day: the calendar has tests of its own. */
const calendar: WorkingCalendar = {
  dateOf: (at) => new Date(at).toISOString().slice(0, 10),
  workingDaysAfter: (at, days) => at + days * day,
};

/** The real desk on a real store, with a network that a test can change and a courier that remembers. */
export function createTestDesk(store: Store) {
  const world = {
    now: Date.UTC(2026, 10, 23, 9),
    candidates: [candidate(fatima, "netwerk"), candidate(bram, "netwerk", { order: 2 })] as Candidate[],
    roles: ["netwerk"] as RoleId[],
    arrived: [] as Arrived[],
    outcome: (_notice: Notice): Outcome => ({ kind: "delivered" }),
  };
  const parts = {
    store: store.questions,
    load: estimateLoad(store.questions, () => world.now),
    vault: localVault(newMasterKey()),
    directory: {
      network: async () => ({ candidates: world.candidates, rolesFor: (_topic: TopicId) => world.roles }),
    },
    calendar,
    clock: () => world.now,
    wakeOutbox: () => undefined,
  };
  const courier = {
    async toMember(notice: Extract<Notice, { to: "member" }>, view: MemberView) {
      const outcome = world.outcome(notice);
      if (outcome.kind === "delivered")
        world.arrived.push({ to: notice.memberId, about: notice.about, view });
      return outcome;
    },
    async toAsker(notice: Extract<Notice, { to: "asker" }>, view: AskerView, address: string) {
      const outcome = world.outcome(notice);
      if (outcome.kind === "delivered")
        world.arrived.push({ to: "asker", about: notice.about, view, address });
      return outcome;
    },
  };

  /** Delivers all that is due, as the outbox would; what is not delivered waits an hour. */
  async function deliverAll(): Promise<Arrived[]> {
    world.arrived.length = 0;
    for (;;) {
      const taken = await store.outbox.take(world.now, world.now + day, 16);
      if (taken.length === 0) return [...world.arrived];
      for (const first of taken) {
        let delivery: Delivery | undefined = first;
        while (delivery) delivery = await deliverOne(delivery);
      }
    }
  }

  async function deliverOne(delivery: Delivery): Promise<Delivery | undefined> {
    const outcome = await deliver(parts, courier, delivery);
    if (outcome.kind === "later") {
      await store.outbox.again(delivery.sequence, world.now + day / 24);
      return undefined;
    }
    const next = await store.outbox.done(delivery.sequence, world.now + day);
    await afterDelivery(parts, delivery);
    return next;
  }

  return { desk: createDesk(parts), world, parts, deliverAll };
}
