import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { botWords } from "../../src/i18n/bot-words.ts";
import { arrivals, ask, cardsWith, cardWith, draft, eventually, send } from "./support/conversation.ts";
import type { LocalApi } from "./support/local-api.ts";
import { type Parts, startParts } from "./support/parts.ts";
import type { Running } from "./support/processes.ts";
import { karim, lien, thomas, topicOfThomas, veerle, wout } from "./support/sample-people.ts";

const nl = botWords("nl");
const sending = "/activities|/conversations$";

let parts: Parts;
let api: LocalApi;
let app: Running;

beforeAll(async () => {
  parts = await startParts();
  api = parts.api;
  app = await parts.startApp();
});
afterEach(() => api.mend());
afterAll(() => parts.stop());

/** As when the power goes: nothing is finished, nothing is said. */
async function killAndRestart(): Promise<void> {
  app.kill("SIGKILL");
  await app.ended;
  await api.mend();
  app = await parts.startApp();
}

/** Long enough for a second delivery, if there were one. */
const aMoment = () => wait(1_500);

function toThomas(asker: string, text: string): Promise<unknown> {
  return ask(api, { asker, text, mode: "named", topic: topicOfThomas });
}

describe("when the app is killed", () => {
  test("a question that was acknowledged arrives after the restart, once", async () => {
    const text = "Er verdwijnt materiaal uit het magazijn, wat moet ik doen?";
    const ready = await draft(api, lien, text);
    await api.fault({ target: "connector", match: sending, status: 503 });
    const typed = { text, mode: "named", topic: topicOfThomas };
    const receipt = await send(api, lien, ready, typed);
    expect(receipt.fallbackText).toContain(nl.asker.routed("Thomas De Backer").replace(/\.$/, ""));
    expect(await cardsWith(api, thomas, text)).toEqual([]);
    await killAndRestart();
    await cardWith(api, thomas, text);
    await aMoment();
    expect(await cardsWith(api, thomas, text)).toHaveLength(1);
  });

  test("an answer that was acknowledged arrives after the restart, once", async () => {
    const text = "Iemand verkoopt banden van de zone door, hoe meld ik dat?";
    await toThomas(lien, text);
    const offered = await cardWith(api, thomas, text);
    await api.press(thomas, offered, "claim");
    await api.fault({ target: "connector", match: sending, status: 503 });
    const answer = "Kom eens langs, dan bekijken we het samen.";
    const acknowledged = await api.press(thomas, offered, "answer", { answer });
    expect(acknowledged.fallbackText).toContain(nl.member.answered);
    expect(await arrivals(api, answer)).toBe(0);
    await killAndRestart();
    await cardWith(api, lien, answer);
    await aMoment();
    expect(await arrivals(api, answer)).toBe(1);
  });
});

describe("when Teams sends something twice", () => {
  test("one message is one draft, and one Send is one question and one card", async () => {
    const text = "Een ondernemer betaalt een agent voor tips, aan wie zeg ik dat?";
    const said = await repeating(() => toThomas(wout, text));
    expect(said).toBeGreaterThan(1);
    await cardWith(api, thomas, text);
    await aMoment();
    expect(await cardsWith(api, thomas, text)).toHaveLength(1);
    expect(await cardsWith(api, wout, text)).toHaveLength(1);
    await api.say(wout, "mijn vragen");
    const mine = await cardWith(api, wout, nl.mine.title);
    expect(JSON.stringify(mine.body).split(text)).toHaveLength(2);
  });

  /** Does something, then posts every activity that it took to the bot once more; gives how many. */
  async function repeating(work: () => Promise<unknown>): Promise<number> {
    const before = (await api.log()).length;
    await work();
    const sent = (await api.log()).slice(before).filter(({ direction }) => direction === "to-bot");
    for (const { body } of sent) {
      const response = await fetch(`${parts.appUrl}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(200);
    }
    return sent.length;
  }
});

describe("when Teams has a bad day", () => {
  test("it says wait, then fails, then hangs up: all that waits arrives once, and in order", async () => {
    const texts = ["Eerst: er ontbreekt geld.", "Dan: er ontbreekt een bon.", "Ten slotte: een sleutel."];
    const askers = [lien, karim, wout];
    const drafts = await Promise.all(texts.map((text, place) => draft(api, askers[place] ?? lien, text)));
    for (const fault of [{ status: 429, retryAfter: 1 }, { status: 500 }, { reset: true }]) {
      await api.fault({ target: "connector", match: sending, ...fault, times: 2 });
    }
    for (const [place, ready] of drafts.entries()) {
      const typed = { text: texts[place] ?? "", mode: "confidential", topic: topicOfThomas };
      await send(api, askers[place] ?? lien, ready, typed);
    }
    await eventually(async () => ((await arrived(texts)).length === 3 ? true : undefined), 60_000);
    await aMoment();
    expect(await arrived(texts)).toEqual(texts);
  }, 90_000);

  /** Those of the texts that stand in Thomas' chat, in the order in which they came. */
  async function arrived(texts: readonly string[]): Promise<readonly string[]> {
    const cards = await api.cardsOf(thomas);
    return cards.flatMap(({ body }) => texts.filter((text) => JSON.stringify(body).includes(text)));
  }
});

describe("when it is no activity at all", () => {
  test.for([
    ["an empty object", "{}"],
    ["nothing", ""],
    ["null", "null"],
    ["a list", '[{"type":"message"}]'],
    ["half of an activity", '{"type":"message","text":"Geheim van een beller"}'],
    ["numbers where words belong", '{"type":1,"text":"Geheim van een beller","from":7}'],
    ["no JSON", "Geheim van een beller {"],
  ] as const)("%s is refused with 400, and nothing of it is logged", async ([, body]) => {
    const before = app.lines.length;
    const response = await fetch(`${parts.appUrl}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain("Geheim");
    expect(app.lines.slice(before).join("\n")).not.toContain("Geheim");
    expect((await fetch(`${parts.appUrl}/healthz`)).status).toBe(200);
  });
});

describe("asking without my name", () => {
  test("nothing that the member ever got holds my name, id, account or conversation", async () => {
    const text = "Mijn teamchef laat boetes verdwijnen voor kennissen.";
    const answer = "Dank je. Ik zoek dit uit.";
    const more = "Wat gebeurt er nu met mijn verhaal?";
    await ask(api, { asker: veerle, text, mode: "confidential", topic: topicOfThomas });
    const responses = [await api.press(thomas, await cardWith(api, thomas, text), "claim")];
    responses.push(await api.press(thomas, await cardWith(api, thomas, text), "answer", { answer }));
    await api.press(veerle, await cardWith(api, veerle, nl.asker.answerOf("Thomas De Backer")), "follow-up", {
      text: more,
    });
    responses.push(await api.press(thomas, await cardWith(api, thomas, more), "answer", { answer: more }));

    const theirs = await conversationOf(thomas);
    const sent = (await api.log()).filter(
      ({ direction, path }) => direction === "from-bot" && path.includes(theirs),
    );
    expect(sent.length).toBeGreaterThan(3);
    const got = JSON.stringify([responses, sent]).toLowerCase();
    expect(got).toContain(text.toLowerCase());
    const account = (await api.people()).find(({ id }) => id === veerle)?.account ?? "Goossens";
    for (const secret of ["Veerle", "Goossens", account, veerle, await conversationOf(veerle)]) {
      expect(got.includes(secret.toLowerCase()), secret).toBe(false);
    }
  });

  async function conversationOf(person: string): Promise<string> {
    const [first] = await api.activitiesOf(person);
    if (!first?.conversation) throw new Error("This chat has no activity that names it.");
    return first.conversation.id;
  }
});
