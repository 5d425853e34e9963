import { setTimeout as wait } from "node:timers/promises";
import type { StoredActivity } from "./activity.ts";
import type { CallLog } from "./call-log.ts";

export interface BotReply {
  readonly status: number;
  readonly body: unknown;
}

/** The way from Teams to the bot's messaging endpoint. */
export interface BotLine {
  /** Tries a second time when the bot is out of reach or fails, with the same activity, as Teams may. */
  deliver(activity: StoredActivity): Promise<boolean>;
  /** Once only; `undefined` when nobody answered. */
  invoke(activity: StoredActivity): Promise<BotReply | undefined>;
}

export interface BotLineSettings {
  readonly endpoint: string;
  readonly log: CallLog;
  readonly fetch: typeof fetch;
  readonly retryAfterMs: number;
  /** Ends what is under way, so that a stop does not wait for a slow bot. */
  readonly closing: AbortSignal;
}

/** Teams waits this long for a bot's answer. */
const patienceMs = 15_000;

export function botLine(settings: BotLineSettings): BotLine {
  const deliver = async (activity: StoredActivity): Promise<boolean> => {
    const first = await post(activity, settings);
    if (first !== undefined && first.status < 500) return first.status < 300;
    await wait(settings.retryAfterMs);
    if (settings.closing.aborted) return false;
    const second = await post(activity, settings);
    return second !== undefined && second.status < 300;
  };
  return { deliver, invoke: (activity) => post(activity, settings) };
}

async function post(activity: StoredActivity, settings: BotLineSettings): Promise<BotReply | undefined> {
  const { endpoint, log } = settings;
  const reply = await reach(activity, settings);
  log.add({
    direction: "to-bot",
    method: "POST",
    path: new URL(endpoint).pathname,
    body: activity,
    status: reply?.status,
  });
  return reply;
}

async function reach(
  activity: StoredActivity,
  { endpoint, fetch, closing }: BotLineSettings,
): Promise<BotReply | undefined> {
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(activity),
      signal: AbortSignal.any([AbortSignal.timeout(patienceMs), closing]),
    });
    return { status: response.status, body: parsed(await response.text()) };
  } catch (error) {
    // fetch rejects with TypeError when the connection fails, with the signal's reason when patience ends.
    if (error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  }
}

function parsed(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
