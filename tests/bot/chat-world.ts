import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Activity, InvokeResponse } from "botbuilder";
import { onTestFinished } from "vitest";
import { belgianCalendar } from "../../bot/calendar.ts";
import type { Card } from "../../bot/cards/card.ts";
import { createChatBot } from "../../bot/chat/chat-bot.ts";
import type { ContentSource } from "../../bot/content/content-source.ts";
import { networkDirectory } from "../../bot/content/network-directory.ts";
import { createCourier } from "../../bot/courier.ts";
import { localVault, newMasterKey } from "../../src/anonymity/server/local-vault.ts";
import type { Content } from "../../src/content/model.ts";
import { afterDelivery, deliver } from "../../src/questions/deliver.ts";
import { createDesk, type Desk } from "../../src/questions/desk.ts";
import { estimateLoad } from "../../src/questions/estimated-load.ts";
import type { Delivery } from "../../src/questions/notice.ts";
import { openStore } from "../../src/store/open-store.ts";
import { FakeTeams, from } from "./fake-teams.ts";
import { sampleContent } from "./sample-content.ts";

export interface Someone {
  readonly id: string;
  readonly name: string;
}

const day = 86_400_000;
const calendar = belgianCalendar();

/** The chat side on the real desk and the real embedded store; Teams alone is not real. */
export async function createChatWorld() {
  const dataDir = mkdtempSync(join(tmpdir(), "chat-world-"));
  const logged: { event: string; error: unknown; fields: unknown }[] = [];
  const store = await openStore({ databaseUrl: undefined, dataDir }, () => undefined);
  onTestFinished(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  });
  const teams = new FakeTeams();
  const world = {
    // A Monday morning in Brussels.
    now: Date.UTC(2026, 10, 23, 9),
    content: (): Content => sampleContent(),
    locale: "nl-BE",
  };
  const content: ContentSource = { current: async () => world.content() };
  let ids = 0;
  const common = {
    ...{ content, vault: localVault(newMasterKey()), clock: () => world.now },
    newId: () => `00000000-0000-4000-9000-${String(++ids).padStart(12, "0")}`,
    log: (_level: string, event: string, fields: unknown = {}, error?: unknown) => {
      logged.push({ event, fields, error });
    },
  };
  const deskParts = {
    ...{ store: store.questions, vault: common.vault, clock: common.clock, calendar },
    ...{ directory: networkDirectory(content), wakeOutbox: () => undefined },
    load: estimateLoad(store.questions, common.clock),
  };
  const desk: Desk = { ...createDesk(deskParts) };
  const chats = { ...store.chats };
  const courier = createCourier({ ...common, mailbox: teams, chats });
  const tab = { botId: "bot", tabBaseUrl: "https://tab.example" };
  const bot = createChatBot({ ...common, desk, chats, mailbox: teams, tab });
  let count = 0;

  /** Delivers all that is due, as the outbox would. */
  async function settle(): Promise<void> {
    for (;;) {
      const taken = await store.outbox.take(world.now, world.now + day, 16);
      if (taken.length === 0) return;
      for (const first of taken) {
        let delivery: Delivery | undefined = first;
        while (delivery) delivery = await settleOne(delivery);
      }
    }
  }

  async function settleOne(delivery: Delivery): Promise<Delivery | undefined> {
    const outcome = await deliver(deskParts, courier, delivery);
    if (outcome.kind === "later") {
      await store.outbox.again(delivery.sequence, world.now + day / 24);
      return undefined;
    }
    const next = await store.outbox.done(delivery.sequence, world.now + day);
    await afterDelivery(deskParts, delivery);
    return next;
  }

  function receive(person: Someone, activity: Partial<Activity>): Promise<InvokeResponse | undefined> {
    return teams.receive(bot, { ...from(person, world.locale), ...activity });
  }

  /** Says something; answers with the card that came back last. */
  async function say(person: Someone, text: string, change: Partial<Activity> = {}): Promise<Card> {
    count += 1;
    await receive(person, { type: "message", id: `typed-${count}`, text, ...change });
    return latest(person);
  }

  function latest(person: Someone): Card {
    const card = teams.chat(person.id).at(-1)?.card;
    if (!card) throw new Error("There is no card in that chat.");
    return card;
  }

  /** Presses a button of the newest card, or of the one given; answers with the card that Teams shows then. */
  async function press(
    person: Someone,
    verb: string,
    inputs: Readonly<Record<string, string>> = {},
    of?: { readonly id?: string; readonly card: Card },
  ): Promise<Card> {
    const pressed = of ?? teams.chat(person.id).at(-1);
    if (!pressed) throw new Error("There is no card in that chat.");
    const data = { ...dataOf(pressed.card, verb), ...inputs };
    const response = await invoke(person, { action: { type: "Action.Execute", verb, data } }, pressed.id);
    const body = response?.body as { value: Card } | undefined;
    if (!body) throw new Error("The press was not answered.");
    return body.value;
  }

  function invoke(person: Someone, value: unknown, replyToId?: string) {
    return receive(person, {
      ...{ type: "invoke", name: "adaptiveCard/action", value },
      ...(replyToId === undefined ? {} : { replyToId }),
    });
  }

  return {
    ...{ teams, world, desk, chats, store, logged, bot },
    settle,
    say,
    press,
    invoke,
    receive,
    latest,
  };
}

/** The data of the button with that verb, and the values that its card's inputs stand on. */
export function dataOf(card: Card, verb: string): Record<string, unknown> {
  const found = everything(card).find((one) => one["type"] === "Action.Execute" && one["verb"] === verb);
  if (!found) throw new Error(`The card has no button ${verb}: ${JSON.stringify(card)}`);
  const inputs = everything(card).filter((one) => String(one["type"]).startsWith("Input."));
  const values = Object.fromEntries(inputs.map((input) => [String(input["id"]), input["value"] ?? ""]));
  return { ...values, ...(found["data"] as object) };
}

/** Every element, action and run of a card. */
export function everything(part: unknown): Record<string, unknown>[] {
  if (Array.isArray(part)) return part.flatMap(everything);
  if (typeof part !== "object" || part === null) return [];
  const own = part as Record<string, unknown>;
  const fallback = { ...own };
  delete fallback["fallback"];
  return [own, ...Object.values(fallback).flatMap(everything)];
}

/** What one reads on a card, top to bottom. */
export function readOf(card: Card): string {
  const parts = everything(card.body).flatMap((one) =>
    [one["text"], one["label"], one["value"], one["title"]].filter((text) => typeof text === "string"),
  );
  return parts.join("\n");
}

/** The titles of the buttons that work. */
export function buttonsOf(card: Card): string[] {
  return everything(card)
    .filter((one) => String(one["type"]).startsWith("Action."))
    .map((one) => String(one["title"]));
}
