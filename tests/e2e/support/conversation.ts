import { expect } from "vitest";
import type { CardAction, LocalApi, SampleCard } from "./local-api.ts";

export type ChatCard = SampleCard & { readonly activityId: string };

/** Waits until a look at the world gives something. */
export async function eventually<T>(look: () => Promise<T | undefined>, patienceMs = 20_000): Promise<T> {
  let found: T | undefined;
  await expect
    .poll(
      async () => {
        found = await look();
        return found !== undefined;
      },
      { timeout: patienceMs, interval: 100 },
    )
    .toBe(true);
  if (found === undefined) throw new Error("It never came.");
  return found;
}

export function shows(card: { readonly body: unknown }, text: string): boolean {
  return JSON.stringify(card.body).includes(JSON.stringify(text).slice(1, -1));
}

/** The newest card in someone's chat that shows this text. */
export function cardWith(
  api: LocalApi,
  person: string,
  text: string,
  patienceMs?: number,
): Promise<ChatCard> {
  return eventually(async () => {
    const cards = await api.cardsOf(person);
    return cards.findLast((card) => shows(card, text));
  }, patienceMs);
}

export async function cardsWith(api: LocalApi, person: string, text: string): Promise<readonly ChatCard[]> {
  const cards = await api.cardsOf(person);
  return cards.filter((card) => shows(card, text));
}

export interface Question {
  readonly asker: string;
  readonly text: string;
  readonly mode: "named" | "confidential";
  readonly topic: string;
}

/** Types a question; gives the card from which it can be sent. */
export async function draft(api: LocalApi, asker: string, text: string): Promise<ChatCard> {
  await api.say(asker, text);
  return eventually(async () => {
    const cards = await api.cardsOf(asker);
    return cards.findLast((card) => verbsOf(card.actions).includes("send") && shows(card, text));
  });
}

/** Presses Send; once more when another topic goes to another reader, whom the card then shows. */
export async function send(
  api: LocalApi,
  asker: string,
  { activityId, actions }: ChatCard,
  typed: Readonly<Record<"text" | "mode" | "topic", string>>,
): Promise<SampleCard> {
  const shown = await api.press(asker, { activityId, actions }, "send", typed);
  if (!verbsOf(shown.actions).includes("send")) return shown;
  return api.press(asker, { activityId, actions: shown.actions }, "send", typed);
}

/** Types a question and sends it; gives the receipt, with which the bot acknowledges it. */
export async function ask(api: LocalApi, { asker, text, mode, topic }: Question): Promise<SampleCard> {
  return send(api, asker, await draft(api, asker, text), { text, mode, topic });
}

function verbsOf(actions: readonly CardAction[]): readonly (string | undefined)[] {
  return actions.map(({ verb }) => verb);
}

/** How often the bot brought a new message with this text into any chat. */
export async function arrivals(api: LocalApi, text: string): Promise<number> {
  const calls = await api.log();
  return calls.filter(
    ({ direction, method, status, body }) =>
      direction === "from-bot" && method === "POST" && status === 201 && JSON.stringify(body).includes(text),
  ).length;
}
