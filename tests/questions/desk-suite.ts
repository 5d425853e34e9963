import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DeskFault, type DeskReason } from "../../src/questions/desk-fault.ts";
import type { AskerId, MessageId, QuestionId } from "../../src/questions/question.ts";
import type { Store } from "../../src/store/open-store.ts";
import { bram, candidate, coordinator, createTestDesk, fatima } from "../support/test-desk.ts";
import { questionFrom } from "../support/test-questions.ts";

const lien = "00000000-0000-4000-8000-000000000001" as AskerId;

const message = (text: string) => ({ id: randomUUID() as MessageId, text });

async function refusal(work: Promise<unknown>): Promise<DeskReason | "accepted"> {
  try {
    await work;
    return "accepted";
  } catch (error) {
    if (error instanceof DeskFault) return error.reason;
    throw error;
  }
}

/** What an earlier test left in the outbox is not the next one's. */
async function emptyOutbox({ outbox }: Store): Promise<void> {
  for (;;) {
    const left = await outbox.take(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 100);
    if (left.length === 0) return;
    for (const { sequence } of left) await outbox.done(sequence, Number.MAX_SAFE_INTEGER);
  }
}

/** What the desk promises, on whichever store it stands. */
export function describeDesk(name: string, open: () => Promise<Store>): void {
  describe(`the question desk on ${name}`, () => {
    let store: Store;
    let it_: ReturnType<typeof createTestDesk>;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());
    beforeEach(async () => {
      it_ = createTestDesk(store);
      await emptyOutbox(store);
    });

    it("brings a question to a member and the answer back", async () => {
      const { desk, deliverAll } = it_;
      const receipt = await desk.ask(questionFrom(lien));
      expect(receipt).toMatchObject({ status: "routed", readers: [fatima], mode: "confidential" });

      const [offer, ...rest] = await deliverAll();
      expect(rest).toEqual([]);
      expect(offer).toMatchObject({ to: fatima, about: "offer" });
      expect(offer?.view.thread.map((one) => one.text)).toEqual(["Mag ik een doos pralines houden?"]);

      expect(await desk.claim(fatima, receipt.id)).toMatchObject({ status: "claimed", assignee: fatima });
      await desk.answer(fatima, receipt.id, message("Liever niet. Deel ze met je dienst."));
      const arrived = await deliverAll();
      expect(arrived.map((one) => [one.to, one.about])).toEqual([
        ["asker", "change"],
        ["asker", "answer"],
      ]);
      expect(arrived[1]).toMatchObject({ address: "chat-of-lien", view: { status: "answered" } });
      expect(arrived[1]?.view.thread.at(-1)).toMatchObject({
        text: "Liever niet. Deel ze met je dienst.",
        author: { by: "member", memberId: fatima },
      });
    });

    it("makes one question of the same command sent twice, even at the same instant", async () => {
      const { desk, deliverAll } = it_;
      const command = questionFrom(lien);
      const receipts = await Promise.all([desk.ask(command), desk.ask(command), desk.ask(command)]);
      expect(new Set(receipts.map((receipt) => receipt.ticket)).size).toBe(1);
      expect((await deliverAll()).map((one) => one.about)).toEqual(["offer"]);
    });

    it("does not hand the receipt of a question to another person who sends the same id", async () => {
      const command = questionFrom(lien);
      await it_.desk.ask(command);
      expect(await refusal(it_.desk.ask({ ...command, askerId: "someone-else" as AskerId }))).toBe(
        "not-found",
      );
    });

    it("never offers a question to its own asker", async () => {
      const receipt = await it_.desk.ask(questionFrom(fatima as string as AskerId));
      expect(receipt.readers).toEqual([bram]);
    });

    it("goes to the next member when one declines, and bars the one who declined", async () => {
      const { desk, deliverAll } = it_;
      const { id } = await desk.ask(questionFrom(lien));
      await deliverAll();
      await desk.decline(fatima, id);
      expect((await deliverAll()).map((one) => [one.to, one.about])).toEqual([
        [bram, "offer"],
        ["asker", "change"],
      ]);
      expect(await refusal(desk.viewAsMember(fatima, id))).toBe("not-found");
      expect(await refusal(desk.claim(fatima, id))).toBe("not-found");
    });

    it("waits when everybody declined, and finds a member as soon as there is one", async () => {
      const { desk, world, deliverAll } = it_;
      const { id, ticket } = await desk.ask(questionFrom(lien));
      await desk.decline(fatima, id);
      await desk.decline(bram, id);
      expect((await desk.viewAsAsker(ticket, id)).status).toBe("received");
      world.candidates = [...world.candidates, candidate(coordinator, "coordinator")];
      world.now += 3_600_000;
      expect(await deliverAll()).toContainEqual(expect.objectContaining({ to: coordinator, about: "offer" }));
      expect((await desk.viewAsAsker(ticket, id)).readers).toEqual([coordinator]);
    });

    it("passes a question on when its member cannot be reached", async () => {
      const { desk, world, deliverAll } = it_;
      const { id, ticket } = await desk.ask(questionFrom(lien));
      world.outcome = (notice) =>
        notice.to === "member" && notice.memberId === fatima
          ? { kind: "unreachable" }
          : { kind: "delivered" };
      expect(await deliverAll()).toContainEqual(expect.objectContaining({ to: bram, about: "offer" }));
      expect((await desk.viewAsAsker(ticket, id)).readers).toEqual([bram]);
    });

    it("lets exactly one answer through when the same one comes twice", async () => {
      const { desk } = it_;
      const { id, ticket } = await desk.ask(questionFrom(lien));
      const written = message("Eén antwoord.");
      await Promise.all([desk.answer(fatima, id, written), desk.answer(fatima, id, written)]);
      expect((await desk.viewAsAsker(ticket, id)).thread).toHaveLength(2);
    });

    it("brings a follow-up to whoever answered, and the next answer back", async () => {
      const { desk, deliverAll } = it_;
      const { id, ticket } = await desk.ask(questionFrom(lien));
      await desk.answer(fatima, id, message("Liever niet."));
      await deliverAll();
      const asker = { ticket, askerId: lien, address: "chat-of-lien" };
      expect((await desk.followUp(asker, id, message("En bloemen?"))).status).toBe("claimed");
      const [arrived] = await deliverAll();
      expect(arrived).toMatchObject({ to: fatima, about: "follow-up" });
      expect(arrived?.view.thread.at(-1)?.text).toBe("En bloemen?");
    });

    it("destroys the return address on closing, and a follow-up brings a new one", async () => {
      const { desk, deliverAll } = it_;
      const asker = "closing-asker" as AskerId;
      const { id, ticket } = await desk.ask(questionFrom(asker));
      await desk.answer(fatima, id, message("Liever niet."));
      await deliverAll();
      expect(await desk.questionsOfAsker(asker, 10)).toHaveLength(1);
      expect((await desk.close(ticket, id)).status).toBe("closed");
      expect(await desk.questionsOfAsker(asker, 10)).toHaveLength(0);

      await desk.followUp({ ticket, askerId: asker, address: "new-chat" }, id, message("Nog iets."));
      await desk.answer(fatima, id, message("Graag gedaan."));
      expect(await deliverAll()).toContainEqual(
        expect.objectContaining({ about: "answer", address: "new-chat" }),
      );
    });

    it("lets whoever asked by name find the question again after closing", async () => {
      const { desk, deliverAll } = it_;
      const asker = "named-asker" as AskerId;
      const { id, ticket } = await desk.ask(questionFrom(asker, { mode: "named" }));
      await desk.answer(fatima, id, message("Liever niet."));
      await deliverAll();
      await desk.close(ticket, id);
      expect(await desk.questionsOfAsker(asker, 10)).toMatchObject([{ id, status: "closed" }]);
    });

    it("keeps the return address of a closed question until the last answer has arrived", async () => {
      const { desk, deliverAll } = it_;
      const asker = "hasty-asker" as AskerId;
      const { id, ticket } = await desk.ask(questionFrom(asker));
      await desk.answer(fatima, id, message("Liever niet."));
      await desk.close(ticket, id);
      expect(await deliverAll()).toContainEqual(expect.objectContaining({ to: "asker", about: "answer" }));
      expect(await desk.questionsOfAsker(asker, 10)).toHaveLength(0);
    });

    it("destroys a return address that a crash after the last delivery left behind", async () => {
      const { desk, world } = it_;
      const asker = "left-behind" as AskerId;
      const named = "left-behind-by-name" as AskerId;
      for (const command of [questionFrom(asker), questionFrom(named, { mode: "named" })]) {
        const { id, ticket } = await desk.ask(command);
        await desk.answer(fatima, id, message("Liever niet."));
        await desk.close(ticket, id);
      }
      await store.questions.forgetAskers();
      expect(await desk.questionsOfAsker(asker, 10)).toHaveLength(1);
      // The deliveries go, and the process dies before it looks at the addresses.
      await emptyOutbox(store);
      await store.questions.forgetAskers();
      expect(await desk.questionsOfAsker(asker, 10)).toHaveLength(0);
      expect(await desk.questionsOfAsker(named, 10)).toHaveLength(1);
      expect(world.arrived).toEqual([]);
    });

    it("shows a member the name of an asker in `named`, and nothing of one in `confidential`", async () => {
      const { desk } = it_;
      const named = await desk.ask(questionFrom(lien, { mode: "named" }));
      const hidden = await desk.ask(questionFrom(lien, { mode: "confidential" }));
      const show = async (id: QuestionId) => JSON.stringify(await desk.viewAsMember(fatima, id));
      const traces = ["Lien", "lien.peeters", lien, "chat-of-lien"];
      expect(await show(named.id)).toContain("Lien Peeters");
      for (const trace of traces) expect(await show(hidden.id)).not.toContain(trace);
    });

    it("refuses what is not allowed, and leaves the question as it was", async () => {
      const { desk, world } = it_;
      const { id, ticket } = await desk.ask(questionFrom(lien));
      const other = await desk.ask(questionFrom(lien));
      expect(await refusal(desk.ask(questionFrom(lien, { text: " \n " })))).toBe("text-empty");
      expect(await refusal(desk.ask(questionFrom(lien, { text: "a".repeat(20_000) })))).toBe("text-too-long");
      expect(await refusal(desk.claim(bram, id))).toBe("not-found");
      expect(await refusal(desk.claim("stranger" as typeof bram, id))).toBe("not-a-member");
      expect(await refusal(desk.viewAsAsker(other.ticket, id))).toBe("not-found");
      expect(await refusal(desk.close(ticket, id))).toBe("not-possible");
      world.candidates = [candidate(fatima, "netwerk", { activeUntil: "2026-01-31" })];
      expect(await refusal(desk.claim(fatima, id))).toBe("not-a-member");
      expect(await refusal(desk.ask(questionFrom(lien)))).toBe("nobody-available");
      expect((await desk.viewAsAsker(ticket, id)).status).toBe("routed");
    });

    it("lets an asker withdraw, and tells the member", async () => {
      const { desk, deliverAll } = it_;
      const { id, ticket } = await desk.ask(questionFrom(lien));
      await deliverAll();
      await desk.withdraw(ticket, id);
      expect(await deliverAll()).toMatchObject([
        { to: fatima, about: "change", view: { status: "withdrawn" } },
      ]);
      expect(await refusal(desk.claim(fatima, id))).toBe("not-possible");
    });

    it("delivers in order per person, and keeps the rest waiting behind what failed", async () => {
      const { desk, world, deliverAll } = it_;
      const { id } = await desk.ask(questionFrom(lien));
      await deliverAll();
      await desk.answer(fatima, id, message("een"));
      await desk.answer(fatima, id, message("twee"));
      world.outcome = (notice) =>
        notice.to === "asker" ? { kind: "later", afterMs: 1 } : { kind: "delivered" };
      expect((await deliverAll()).map((one) => one.to)).toEqual([]);
      world.outcome = () => ({ kind: "delivered" });
      world.now += 3_600_000;
      const texts = (await deliverAll())
        .filter((one) => one.about === "answer")
        .map((one) => one.view.thread.length);
      expect(texts).toEqual([3, 3]);
    });

    it("finds what lost its turn when a process died between one delivery and the next", async () => {
      const { desk, world } = it_;
      world.candidates = [candidate(fatima, "netwerk")];
      await desk.ask(questionFrom(lien));
      await desk.ask(questionFrom(lien));
      const [first] = await store.outbox.take(world.now, world.now + 1, 16);
      const next = first && (await store.outbox.done(first.sequence, Number.MAX_SAFE_INTEGER));
      expect(next?.notice).toMatchObject({ to: "member", memberId: fatima, about: "offer" });
      // As after a crash of old: the second waits behind nobody.
      await desk.ask(questionFrom(lien));
      if (next) await store.outbox.done(next.sequence, 0);
      await store.outbox.passTurns(world.now);
      expect(await store.outbox.take(world.now, world.now + 1, 16)).toHaveLength(1);
    });

    it("gives each due delivery to one worker only", async () => {
      const { desk, world } = it_;
      await Promise.all(
        Array.from({ length: 12 }, (_, n) => desk.ask(questionFrom(`asker-${n}` as AskerId))),
      );
      const { now } = world;
      const takes = await Promise.all([1, 2, 3, 4].map(() => store.outbox.take(now, now + 60_000, 16)));
      const sequences = takes.flat().map((delivery) => delivery.sequence);
      expect(new Set(sequences).size).toBe(sequences.length);
      expect(sequences.length).toBe(2);
    });
  });
}
