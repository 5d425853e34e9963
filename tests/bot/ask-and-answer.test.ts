import { describe, expect, it } from "vitest";
import { buttonsOf, createChatWorld, dataOf, readOf } from "./chat-world.ts";
import { bram, els, fatima, lien } from "./sample-content.ts";

const question = "Een dame uit mijn wijk gaf me een fles wijn. Mag ik die houden?";

describe("asking in the chat", () => {
  it("answers what was typed with one card: text, topic, reader, mode and one button", async () => {
    const { say, teams } = await createChatWorld();
    const card = await say(lien, question);
    expect(teams.chat(lien.id)).toHaveLength(1);
    const send = dataOf(card, "send");
    expect(send).toMatchObject({ text: question, topic: "geschenken", mode: "confidential" });
    expect(readOf(card)).toContain("Fatima El Amrani (netwerklid integriteit) leest je vraag.");
    expect(readOf(card)).toContain(
      "Fatima ziet je naam niet. Deze chat blijft wel in je mailbox van het werk.",
    );
    expect(buttonsOf(card)).toEqual(["Verstuur"]);
  });

  it("goes from question to answer and back in the two chats", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    await say(lien, question);
    const receipt = await press(lien, "send", { mode: "named" });
    expect(readOf(receipt)).toContain("Je vraag is verstuurd naar Fatima El Amrani, netwerklid integriteit.");
    expect(readOf(receipt)).toContain("Je krijgt een antwoord ten laatste donderdag.");
    expect(readOf(receipt)).toContain("Fatima ziet je naam en kan met je chatten.");
    expect(teams.chat(lien.id).at(-1)?.card).toEqual(receipt);

    await settle();
    const offer = teams.chat(fatima.id);
    expect(offer).toHaveLength(1);
    expect(readOf(offer[0]?.card ?? receipt)).toContain(question);
    expect(readOf(offer[0]?.card ?? receipt)).toContain("Van Lien Peeters, vandaag 10:00");

    const mine = await press(fatima, "claim");
    expect(readOf(mine)).toContain("Jij neemt deze vraag op");
    await settle();
    expect(readOf(teams.chat(lien.id)[0]?.card ?? receipt)).toContain("Fatima El Amrani neemt je vraag op.");

    const answered = await press(fatima, "answer", { answer: "Breng ze terug, met een bedankje." });
    expect(readOf(answered)).toContain("Je antwoord is verstuurd");
    await settle();
    const answer = teams.chat(lien.id).at(-1);
    expect(teams.chat(lien.id)).toHaveLength(2);
    expect(readOf(answer?.card ?? receipt)).toContain("Breng ze terug, met een bedankje.");
    expect(answer?.summary).toContain("Antwoord van Fatima El Amrani");
  });

  it("lets the asker write again and close, and opens again after closing", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    await say(lien, question);
    await press(lien, "send");
    await settle();
    await press(fatima, "answer", { answer: "Nee." });
    await settle();
    const again = await press(lien, "follow-up", { text: "Ook niet als ik ze deel?" });
    expect(readOf(again)).toContain("Je bericht is toegevoegd.");
    await settle();
    expect(readOf(teams.chat(fatima.id).at(-1)?.card ?? again)).toContain("Ook niet als ik ze deel?");
    await press(fatima, "answer", { answer: "Delen mag." });
    await settle();
    const closed = await press(lien, "close");
    expect(readOf(closed)).toContain("Je vraag is afgerond.");
    await settle();
    expect(readOf(teams.chat(fatima.id)[0]?.card ?? closed)).toContain("afgerond");
    const reopened = await press(lien, "follow-up", { text: "Nog iets." }, { card: closed });
    expect(readOf(reopened)).toContain("Je vraag is weer open bij Fatima El Amrani.");
    await settle();
    expect(readOf(teams.chat(fatima.id).at(-1)?.card ?? closed)).toContain("Nog iets.");
  });

  it("takes a question back: the member's card says there is nothing left to do", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    await say(lien, question);
    await press(lien, "send");
    await settle();
    const receipt = await press(lien, "withdraw");
    expect(readOf(receipt)).toContain("Je hebt je vraag ingetrokken.");
    await settle();
    const card = teams.chat(fatima.id)[0]?.card ?? receipt;
    expect(readOf(card)).toContain("ingetrokken");
    expect(readOf(card)).not.toContain(question);
    expect(buttonsOf(card)).toEqual([]);
  });

  it("passes a declined question on, and tells both without a word too many", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    await say(lien, question);
    await press(lien, "send");
    await settle();
    const declined = await press(fatima, "decline");
    expect(readOf(declined)).toContain("Ze gaat naar iemand anders van het netwerk.");
    await settle();
    expect(readOf(teams.chat(bram.id)[0]?.card ?? declined)).toContain(question);
    expect(readOf(teams.chat(lien.id)[0]?.card ?? declined)).toContain("Bram Vandevelde");
  });

  it("asks again before a question goes to someone other than the card named", async () => {
    const { say, press } = await createChatWorld();
    await say(lien, question);
    const asked = await press(lien, "send", { topic: "grensoverschrijdend" });
    expect(readOf(asked)).toContain("Dit onderwerp gaat naar Els Wouters. Klopt dat, verstuur dan.");
    expect(dataOf(asked, "send")).toMatchObject({ text: question, topic: "grensoverschrijdend" });
    const receipt = await press(lien, "send", {}, { card: asked });
    expect(readOf(receipt)).toContain(els.name);
  });
});

describe("pressing twice", () => {
  it("makes one question of two presses and of a message that comes twice", async () => {
    const { say, press, settle, teams, desk } = await createChatWorld();
    await say(lien, question, { id: "typed-twice" });
    await say(lien, question, { id: "typed-twice" });
    expect(teams.chat(lien.id)).toHaveLength(1);
    const draft = { id: "activity-1", card: teams.chat(lien.id)[0]?.card ?? (await say(lien, "x")) };
    const first = await press(lien, "send", {}, draft);
    const second = await press(lien, "send", {}, draft);
    expect(readOf(second)).toEqual(readOf(first));
    await settle();
    expect(teams.chat(fatima.id)).toHaveLength(1);
    expect(await desk.questionsOfAsker(lien.id as never, 9)).toHaveLength(1);
  });

  it("handles two copies of a message that arrive side by side once", async () => {
    const { receive, teams } = await createChatWorld();
    const activity = { type: "message", id: "same", text: question };
    await Promise.all([receive(lien, activity), receive(lien, activity)]);
    expect(teams.chat(lien.id)).toHaveLength(1);
  });

  it("keeps one answer of two presses, and a second of another text", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    await say(lien, question);
    await press(lien, "send");
    await settle();
    const offer = teams.chat(fatima.id)[0];
    if (!offer) throw new Error("no offer");
    const before = { id: offer.id, card: offer.card };
    await press(fatima, "answer", { answer: "Nee." }, before);
    await press(fatima, "answer", { answer: "Nee." }, before);
    await settle();
    expect(teams.chat(lien.id)).toHaveLength(2);
    await press(fatima, "answer", { answer: "Toch wel." }, before);
    await settle();
    expect(readOf(teams.chat(lien.id).at(-1)?.card ?? offer.card)).toContain("Toch wel.");
  });

  it("says the same when decline is pressed twice", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    await say(lien, question);
    await press(lien, "send");
    await settle();
    const offer = teams.chat(fatima.id)[0];
    if (!offer) throw new Error("no offer");
    const before = { id: offer.id, card: offer.card };
    const first = await press(fatima, "decline", {}, before);
    expect(await press(fatima, "decline", {}, before)).toEqual(first);
  });

  it("gives an old card the state of today", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    await say(lien, question);
    await press(lien, "send");
    await settle();
    const offer = teams.chat(fatima.id)[0];
    if (!offer) throw new Error("no offer");
    const before = { id: offer.id, card: offer.card };
    await press(fatima, "answer", { answer: "Nee." });
    const claimed = await press(fatima, "claim", {}, before);
    expect(readOf(claimed)).toContain("Je antwoord is verstuurd");
  });
});
