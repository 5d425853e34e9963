import { describe, expect, it } from "vitest";
import type { Card } from "../../bot/cards/card.ts";
import { ContentFault } from "../../src/content/content-fault.ts";
import { buttonsOf, createChatWorld, dataOf, everything, readOf } from "./chat-world.ts";
import { bram, fatima, lien, sampleContent } from "./sample-content.ts";

const question = "Mag ik die fles wijn houden?";

function bodyOf(response: { status: number; body?: unknown } | undefined) {
  return response?.body as { statusCode: number; type: string; value: Card };
}

describe("bad input in a message", () => {
  it("asks for words when there is no text, or only a picture", async () => {
    const { say } = await createChatWorld();
    expect(readOf(await say(lien, "  "))).toContain("Er staat geen tekst in.");
    const picture = { attachments: [{ contentType: "image/png", contentUrl: "https://x.example/1" }] };
    expect(readOf(await say(lien, "", picture))).toContain("Een bestand of afbeelding");
    const html = { attachments: [{ contentType: "text/html", content: "<p></p>" }] };
    expect(readOf(await say(lien, "", html))).toContain("Er staat geen tekst in.");
  });

  it("says how long a text of 20,000 characters is, what fits, and that it is still there", async () => {
    const { say } = await createChatWorld();
    const card = await say(lien, "a".repeat(20_000));
    expect(readOf(card)).toContain("20.000 tekens; er passen er 6.000. Je bericht staat nog in de chat");
    expect(JSON.stringify(card).length).toBeLessThan(2_000);
  });

  it("says so in each language", async () => {
    for (const [locale, words] of [
      ["fr-FR", "Il n’y a pas de texte."],
      ["de-DE", "Da steht kein Text."],
      ["en-US", "There is no text."],
      ["pt-BR", "Er staat geen tekst in."],
    ] as const) {
      const { say, world } = await createChatWorld();
      world.locale = locale;
      expect(readOf(await say(lien, ""))).toContain(words);
    }
  });

  it("repeats nothing in a group or channel, and stores nothing", async () => {
    for (const conversationType of ["groupChat", "channel"]) {
      const { say, store, chats } = await createChatWorld();
      let marked = 0;
      chats.markHandled = async () => {
        marked += 1;
      };
      const conversation = { id: `chat-of-${lien.id}`, conversationType, isGroup: true, name: "" };
      const card = await say(lien, "Mijn chef Jan steelt.", { conversation });
      expect(readOf(card)).toContain("horen in je persoonlijke chat met ons");
      expect(JSON.stringify(card)).not.toContain("Jan");
      expect(JSON.stringify(card)).toContain("https://teams.microsoft.com/l/chat/0/0?users=28%3Abot");
      expect(buttonsOf(card)).toEqual(["Open de persoonlijke chat"]);
      expect(marked).toBe(0);
      expect(await store.outbox.take(Number.MAX_SAFE_INTEGER, 0, 1)).toEqual([]);
    }
  });

  it("knows nobody without an account of the organisation", async () => {
    const { say } = await createChatWorld();
    const card = await say(lien, question, { from: { id: "29:x", name: "Gast" } });
    expect(readOf(card)).toContain("We zien niet met welk account van het werk je praat.");
  });

  it("keeps the text when the lists cannot be read, offers help lines, and goes on later", async () => {
    const { say, press, world } = await createChatWorld();
    world.content = () => {
      throw new ContentFault("unreachable", "no answer");
    };
    const card = await say(lien, question);
    const read = readOf(card);
    expect(read).toContain("We kunnen de lijst van onderwerpen en mensen nu niet lezen.");
    for (const phone of ["112", "1813", "106", "1712"]) expect(read).toContain(phone);
    expect(dataOf(card, "draft")["text"]).toBe(question);
    world.content = sampleContent;
    const draft = await press(lien, "draft");
    expect(dataOf(draft, "send")["text"]).toBe(question);
    expect(readOf(await press(lien, "send", {}, { card: draft }))).toContain("Je vraag is verstuurd");
  });

  it("names the services of the topic when nobody of the network is free", async () => {
    const { say, press, world } = await createChatWorld();
    const content = sampleContent();
    world.content = () => ({ ...content, actors: content.actors.filter(({ kind }) => kind === "service") });
    const draft = await say(lien, "Ik word gepest.");
    expect(readOf(draft)).toContain("Dienst Welzijn: 02 555 01 02");
    const refused = await press(lien, "send");
    expect(readOf(refused)).toContain("Er is niets verstuurd, je tekst staat nog hieronder.");
    expect(dataOf(refused, "send")["text"]).toBe("Ik word gepest.");
  });

  it("ignores an activity without sender", async () => {
    const { teams, bot, logged } = await createChatWorld();
    await teams.receive(bot, { type: "message", text: "x" });
    expect(teams.outgoing).toEqual([]);
    expect(logged.map(({ event }) => event)).toContain("activity-unreadable");
  });
});

describe("bad input in a press", () => {
  it("answers an unknown verb and unreadable data with a card that keeps what was typed", async () => {
    const { invoke } = await createChatWorld();
    const unknown = bodyOf(await invoke(lien, { action: { verb: "dance", data: { text: "mijn tekst" } } }));
    expect(unknown).toMatchObject({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive" });
    expect(readOf(unknown.value)).toContain("Deze knop kennen we niet meer.");
    expect(readOf(unknown.value)).toContain("mijn tekst");
    for (const data of [
      { questionId: 7, text: "mijn tekst" },
      { questionId: "x", ticket: [], text: "mijn tekst" },
      { text: "mijn tekst" },
    ]) {
      const broken = bodyOf(await invoke(lien, { action: { verb: "follow-up", data } }));
      expect(readOf(broken.value)).toContain("We konden deze knop niet lezen.");
      expect(readOf(broken.value)).toContain("mijn tekst");
    }
    for (const value of [undefined, null, "x", {}, { action: 3 }, { action: { verb: {}, data: 1 } }]) {
      const response = await invoke(lien, value);
      expect(response?.status).toBe(200);
      expect(bodyOf(response).value).toBeDefined();
    }
  });

  it("answers another kind of invoke in the shape that it wants", async () => {
    const { receive } = await createChatWorld();
    const dialog = await receive(lien, { type: "invoke", name: "task/fetch", value: {} });
    expect(dialog).toMatchObject({ status: 200, body: { task: { type: "message" } } });
    const other = await receive(lien, { type: "invoke", name: "composeExtension/query", value: {} });
    expect(other).toMatchObject({
      status: 200,
      body: { type: "application/vnd.microsoft.activity.message" },
    });
  });

  it("says that a card of last month leads nowhere any more", async () => {
    const { press, say } = await createChatWorld();
    await say(lien, question);
    const receipt = await press(lien, "send");
    const old = { questionId: "99999999-0000-4000-8000-000000000000", ticket: "t" };
    const asker = await press(lien, "withdraw", old, { card: receipt });
    expect(readOf(asker)).toContain("Deze vraag is hier niet meer.");
    const member = await press(fatima, "withdraw", old, { card: receipt });
    expect(readOf(member)).toContain("Deze vraag is hier niet meer.");
  });

  it("does not let somebody else press the buttons of a member's card", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    await say(lien, question);
    await press(lien, "send");
    await settle();
    const offer = teams.chat(fatima.id)[0];
    if (!offer) throw new Error("no offer");
    expect(readOf(await press(lien, "claim", {}, offer))).toContain("Je staat niet meer in de lijst");
    expect(readOf(await press(bram, "claim", {}, offer))).toContain("Deze vraag is hier niet meer voor jou.");
  });

  it("tells a member who is no longer one, and keeps the answer", async () => {
    const { say, press, settle, world } = await createChatWorld();
    await say(lien, question);
    await press(lien, "send");
    await settle();
    const content = sampleContent();
    world.content = () => ({ ...content, actors: content.actors.filter(({ name }) => name !== fatima.name) });
    const card = await press(fatima, "answer", { answer: "Mijn halve antwoord" });
    expect(readOf(card)).toContain("Je staat niet meer in de lijst van het netwerk");
    expect(readOf(card)).toContain("Mijn halve antwoord");
  });

  it("says by whom a question was taken", async () => {
    const { say, press, settle, teams, desk } = await createChatWorld();
    await say(lien, question);
    await press(lien, "send");
    await settle();
    const { DeskFault } = await import("../../src/questions/desk-fault.ts");
    desk.claim = async () => {
      throw new DeskFault("taken", { holder: bram.id as never });
    };
    const card = await press(fatima, "claim", {}, teams.chat(fatima.id)[0]);
    expect(readOf(card)).toContain("Bram Vandevelde heeft deze vraag al opgenomen. Je hoeft niets te doen.");
  });

  it("keeps an answer that comes after the question was withdrawn", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    await say(lien, question);
    await press(lien, "send");
    await settle();
    const offer = teams.chat(fatima.id)[0];
    if (!offer) throw new Error("no offer");
    const before = { id: offer.id, card: offer.card };
    await press(lien, "withdraw");
    const card = await press(fatima, "answer", { answer: "Mijn antwoord" }, before);
    expect(readOf(card)).toContain("De vraagsteller heeft de vraag ingetrokken.");
    expect(readOf(card)).toContain("Niet verstuurd:");
    expect(readOf(card)).toContain("Mijn antwoord");
  });

  it("asks again for an empty or too long answer, with the question and the text still there", async () => {
    const { say, press, settle } = await createChatWorld();
    await say(lien, question);
    await press(lien, "send");
    await settle();
    await press(fatima, "claim");
    const empty = await press(fatima, "answer", { answer: "  " });
    expect(readOf(empty)).toContain("Er staat geen tekst in.");
    expect(readOf(empty)).toContain(question);
    const long = await press(fatima, "answer", { answer: "b".repeat(7000) });
    expect(readOf(long)).toContain("7.000 tekens");
    expect(dataOf(long, "answer")["answer"]).toBe("b".repeat(7000));
  });

  it("answers a press while the store fails, keeps the text, and the next press works", async () => {
    const { say, press, desk, logged } = await createChatWorld();
    await say(lien, question);
    const ask = desk.ask;
    desk.ask = async () => {
      throw new Error("disk is full");
    };
    const failed = await press(lien, "send");
    expect(readOf(failed)).toContain("Dat lukte niet, er is niets verloren.");
    expect(dataOf(failed, "send")["text"]).toBe(question);
    desk.ask = ask;
    expect(readOf(await press(lien, "send", {}, { card: failed }))).toContain("Je vraag is verstuurd");
    expect(logged.map(({ event }) => event)).toContain("send-failed");
    expect(JSON.stringify(logged.map(({ event, fields }) => ({ event, fields })))).not.toContain(question);
  });

  it("answers although the store cannot even tell languages and marks", async () => {
    const { say, chats, press } = await createChatWorld();
    const broken = async (): Promise<never> => {
      throw new Error("down");
    };
    Object.assign(chats, {
      ...{ wasHandled: broken, markHandled: broken, languageOf: broken },
      ...{ setLanguage: broken, setConversation: broken },
    });
    expect(dataOf(await say(lien, question), "send")["text"]).toBe(question);
    expect(readOf(await press(lien, "send"))).toContain("Je vraag is verstuurd");
    await say(fatima, "taal");
    expect(readOf(await press(fatima, "language"))).toContain("Dat lukte niet, er is niets verloren.");
  });

  it("takes Action.Submit from clients that know no Action.Execute, and changes the card", async () => {
    const { say, receive, teams } = await createChatWorld();
    const draft = await say(lien, question);
    const value = dataOf(draft, "send");
    await receive(lien, { type: "message", id: "submit-1", replyToId: "activity-1", value });
    expect(teams.chat(lien.id)).toHaveLength(1);
    expect(readOf(teams.chat(lien.id)[0]?.card ?? draft)).toContain("Je vraag is verstuurd");
  });
});

describe("a press that is not one of ours", () => {
  it("is told so when it is a submit without a verb", async () => {
    const { receive, latest } = await createChatWorld();
    await receive(lien, { type: "message", id: "submit-2", value: { text: "mijn tekst" } });
    expect(readOf(latest(lien))).toContain("Deze knop kennen we niet meer.");
    expect(readOf(latest(lien))).toContain("mijn tekst");
  });

  it("is told where it belongs when it comes from a group, and nothing is done", async () => {
    const { say, receive, store } = await createChatWorld();
    const value = { action: { verb: "send", data: dataOf(await say(lien, question), "send") } };
    const conversation = { id: "19:group", conversationType: "groupChat", isGroup: true, name: "" };
    const response = await receive(lien, {
      type: "invoke",
      name: "adaptiveCard/action",
      value,
      conversation,
    });
    expect(readOf(bodyOf(response).value)).toContain("horen in je persoonlijke chat met ons");
    expect(await store.outbox.take(Number.MAX_SAFE_INTEGER, 0, 1)).toEqual([]);
  });
});

describe("what people write is shown as it is", () => {
  const nasty = [
    "<b>vet</b> & <script>alert(1)</script>",
    "**vet** _schuin_ [klik](https://evil.example) # kop",
    '{"type":"AdaptiveCard","body":[]}',
    "{{DATE(2026-11-23T09:00:00Z)}} {naam}",
  ].join("\n");

  it("puts every line in runs of text, never in markup", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    await say(lien, nasty);
    await press(lien, "send");
    await settle();
    const offer = teams.chat(fatima.id)[0]?.card;
    if (!offer) throw new Error("no offer");
    await press(fatima, "answer", { answer: nasty });
    await settle();
    const answer = teams.chat(lien.id).at(-1)?.card;
    if (!answer) throw new Error("no answer");
    for (const card of [offer, answer]) {
      const runs = everything(card).filter(({ type }) => type === "TextRun");
      const texts = runs.map(({ text }) => String(text).replaceAll("\u2060", ""));
      for (const line of nasty.split("\n")) expect(texts).toContain(line);
      const blocks = everything(card).filter(({ type }) => type === "TextBlock");
      expect(JSON.stringify(blocks)).not.toContain("evil");
      expect(runs.map(({ text }) => String(text)).join("")).not.toMatch(/\{\{(DATE|TIME)/);
    }
  });
});
