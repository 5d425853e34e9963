import { describe, expect, it } from "vitest";
import { ConnectorFault } from "../../bot/connector-fault.ts";
import { readAddress, readPlace } from "../../bot/courier-address.ts";
import { ContentFault } from "../../src/content/content-fault.ts";
import { createChatWorld, dataOf, readOf } from "./chat-world.ts";
import { conversationOf } from "./fake-teams.ts";
import { bram, fatima, lien, sampleContent } from "./sample-content.ts";

const closed = new ConnectorFault("gone", { statusCode: 403 });
const busy = new ConnectorFault("failed", { statusCode: 502 });
const hour = 3_600_000;

async function asked() {
  const world = await createChatWorld();
  await world.say(lien, "Mag ik bloemen aannemen?");
  await world.press(lien, "send");
  return world;
}

describe("the courier", () => {
  it("makes a chat with a member of whom none is known, and remembers it", async () => {
    const { settle, teams, chats } = await asked();
    expect((await chats.reachOf(fatima.id as never, "" as never)).conversation).toBeUndefined();
    await settle();
    expect(teams.chat(fatima.id)).toHaveLength(1);
    expect((await chats.reachOf(fatima.id as never, "" as never)).conversation).toContain(
      conversationOf(fatima.id),
    );
  });

  it("passes a question on from a member who blocked the bot or lost the app", async () => {
    const { settle, teams } = await asked();
    teams.refuse = (what, who) => (what === "open" && who === fatima.id ? closed : undefined);
    await settle();
    expect(teams.chat(fatima.id)).toHaveLength(0);
    expect(teams.chat(bram.id)).toHaveLength(1);
  });

  it("tries again later when the connector is busy or ill, and loses nothing", async () => {
    const { settle, teams, world } = await asked();
    teams.refuse = () => busy;
    await settle();
    expect(teams.chat(fatima.id)).toHaveLength(0);
    teams.refuse = () => undefined;
    world.now += 2 * hour;
    await settle();
    expect(teams.chat(fatima.id)).toHaveLength(1);
  });

  it("lets a receipt that was deleted be, and still brings the answer", async () => {
    const { settle, teams, press } = await asked();
    await settle();
    teams.refuse = (what, who) => (what === "update" && who === conversationOf(lien.id) ? closed : undefined);
    await press(fatima, "answer", { answer: "Nee." });
    await settle();
    expect(readOf(teams.chat(lien.id).at(-1)?.card ?? expect.fail())).toContain("Nee.");
    expect(teams.chat(lien.id)).toHaveLength(2);
  });

  it("sends an answer once although its receipt cannot be changed just then", async () => {
    const { settle, teams, press, world } = await asked();
    await settle();
    await press(fatima, "claim");
    await settle();
    teams.refuse = (what) => (what === "update" ? busy : undefined);
    await press(fatima, "answer", { answer: "Nee." });
    await settle();
    world.now += 2 * hour;
    await settle();
    expect(teams.chat(lien.id)).toHaveLength(2);
  });

  it("changes the card it has instead of offering the same question twice", async () => {
    const { settle, teams, store, chats, world } = await asked();
    const [taken] = await store.outbox.take(world.now, world.now + hour, 1);
    expect(taken?.notice.about).toBe("offer");
    await settle();
    expect(teams.chat(fatima.id)).toHaveLength(0);
    // The card went out, and the server stopped before it could say so.
    const id = dataOf(teams.chat(lien.id)[0]?.card ?? expect.fail(), "withdraw")["questionId"];
    await chats.setConversation(fatima.id as never, JSON.stringify({ ...placeOf(fatima.id) }));
    await teams.send(placeOf(fatima.id), teams.chat(lien.id)[0]?.card ?? expect.fail());
    await chats.addCard(id as never, fatima.id as never, teams.chat(fatima.id)[0]?.id ?? "");
    await store.outbox.again(taken?.sequence ?? 0, 0);
    await settle();
    expect(teams.chat(fatima.id)).toHaveLength(1);
    expect(readOf(teams.chat(fatima.id)[0]?.card ?? expect.fail())).toContain("Nieuwe vraag voor jou");
  });

  it("speaks to a member in the language they chose, else in their own first one", async () => {
    const { settle, teams, world, press, say } = await asked();
    const content = sampleContent();
    world.content = () => ({
      ...content,
      actors: content.actors.map((one) => (one.name === fatima.name ? { ...one, languages: ["fr"] } : one)),
    });
    await settle();
    expect(readOf(teams.chat(fatima.id)[0]?.card ?? expect.fail())).toContain("Nouvelle question pour toi");
    await say(fatima, "language");
    await press(fatima, "language", { language: "de" });
    await press(lien, "follow-up", { text: "En pralines?" }, teams.chat(lien.id)[0]);
    await settle();
    expect(readOf(teams.chat(fatima.id).at(-1)?.card ?? expect.fail())).toContain(
      "Die fragende Person schreibt weiter",
    );
  });

  it("brings a card with fewer names when the lists cannot be read", async () => {
    const { settle, teams, world, press } = await asked();
    await settle();
    await press(fatima, "claim");
    world.content = () => {
      throw new ContentFault("throttled", "busy");
    };
    await settle();
    expect(readOf(teams.chat(lien.id)[0]?.card ?? expect.fail())).toContain(
      "De collega die antwoordt neemt je vraag op.",
    );
  });
});

it("does not take an address for one that it is not", () => {
  for (const text of ["", "x", "{}", '{"place":{}}', "null", "[]"]) {
    expect(readAddress(text)).toBeUndefined();
    expect(readPlace(text)).toBeUndefined();
  }
});

function placeOf(person: string) {
  return {
    ...{ serviceUrl: "https://teams.example/", tenantId: "tenant-1", botId: "28:bot" },
    conversationId: conversationOf(person),
  };
}
