import { expect, it } from "vitest";
import { createChatWorld } from "./chat-world.ts";
import { conversationOf } from "./fake-teams.ts";
import { bram, fatima, lien } from "./sample-content.ts";

/** Everything about the asker that could give them away, as it is in Teams. */
const traces = [
  lien.name,
  "Lien",
  "Peeters",
  lien.id,
  `29:${lien.id}`,
  conversationOf(lien.id),
  "lien.peeters@",
];

/** Lives the whole life of a question, and gives back all that ever went to the members, and all that was logged. */
async function wholeLife(mode: "named" | "confidential") {
  const world = await createChatWorld();
  const { say, press, settle, teams, store, logged } = world;
  const toMembers: string[] = [];
  const replies = async (card: Promise<unknown>) => {
    toMembers.push(JSON.stringify(await card));
    await settle();
  };
  await say(lien, "Ik kreeg een geschenk, mag dat?");
  const draft = teams.chat(lien.id)[0];
  await press(lien, "send", { mode }, draft);
  await settle();
  await replies(press(fatima, "decline"));
  await replies(press(bram, "claim"));
  await replies(press(bram, "answer", { answer: "Nee." }));
  await press(lien, "follow-up", { text: "Waarom niet?" });
  await settle();
  await replies(press(bram, "answer", { answer: "Dat staat in de nota." }));
  await press(lien, "close");
  await settle();
  await replies(
    press(bram, "claim", {}, { card: teams.chat(bram.id)[0]?.card ?? fail() }).catch(() => "over"),
  );
  const members = [conversationOf(fatima.id), conversationOf(bram.id)];
  for (const { conversation, json } of teams.outgoing) {
    if (members.includes(conversation)) toMembers.push(json);
  }
  toMembers.push((await store.chats.reachOf(bram.id as never, "" as never)).conversation ?? "");
  return {
    toMembers: toMembers.join("\n"),
    logged: JSON.stringify(logged.map(({ event, fields }) => [event, fields])),
  };
}

function fail(): never {
  throw new Error("no card");
}

it("gives the member nothing that leads to a confidential asker, in a whole life", async () => {
  const { toMembers, logged } = await wholeLife("confidential");
  expect(toMembers).toContain("Waarom niet?");
  expect(toMembers).toContain("een collega");
  for (const trace of traces) {
    expect(toMembers).not.toContain(trace);
    expect(logged).not.toContain(trace);
  }
});

it("finds the name with the same search when it was given", async () => {
  const { toMembers, logged } = await wholeLife("named");
  expect(toMembers).toContain(lien.name);
  expect(toMembers).not.toContain(conversationOf(lien.id));
  expect(logged).not.toContain(lien.name);
});
