import { z } from "zod";
import {
  activitySchema,
  chatSchema,
  type FeedEvent,
  feedEventSchema,
  invokeAnswerSchema,
  personSchema,
  settingsSchema,
} from "./api-schema.ts";

/** Why a call to the stand-in gave nothing usable; the page makes the words. */
export class ApiFault extends Error {
  readonly reason: "unreachable" | "refused" | "unreadable";
  readonly status: number | undefined;
  constructor(reason: ApiFault["reason"], detail: string, status?: number) {
    super(detail);
    this.name = "ApiFault";
    this.reason = reason;
    this.status = status;
  }
}

/** Who speaks, in which language and theme: what the Teams client adds to everything it sends. */
export interface Speaker {
  readonly person: string;
  readonly locale: string;
  readonly theme: string;
}

export type InvokeName = "adaptiveCard/action" | "task/fetch" | "task/submit";

async function send(method: string, path: string, body?: unknown): Promise<Response> {
  const answer = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  }).catch((cause: unknown) => {
    throw new ApiFault("unreachable", `${method} ${path}: ${String(cause)}`);
  });
  if (!answer.ok) {
    throw new ApiFault("refused", `${method} ${path} answered ${answer.status}`, answer.status);
  }
  return answer;
}

async function read<T>(schema: z.ZodType<T>, path: string, answer: Response): Promise<T> {
  const json: unknown = await answer.json().catch(() => undefined);
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    throw new ApiFault("unreadable", `${path}: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

async function get<T>(schema: z.ZodType<T>, path: string): Promise<T> {
  return read(schema, path, await send("GET", path));
}

const who = (person: string): string => `person=${encodeURIComponent(person)}`;
const at = (chat: string): string => `/local/chats/${encodeURIComponent(chat)}`;

export const readPeople = () => get(z.array(personSchema), "/local/people");
export const readSettings = () => get(settingsSchema, "/local/settings");
export const readChats = (person: string) => get(z.array(chatSchema), `/local/chats?${who(person)}`);

/** Where the stand-in serves a person's photo; a missing one falls back to initials. */
export const photoOf = (person: string): string => `/local/people/${encodeURIComponent(person)}/photo`;

export async function readActivities(chat: string, person: string) {
  const answer = await get(
    z.object({ activities: z.array(activitySchema) }),
    `${at(chat)}/activities?${who(person)}`,
  );
  return answer.activities;
}

export interface Message {
  readonly text: string;
  readonly mentionBot?: boolean;
  /** Beside the text, for `messageBack` buttons. */
  readonly value?: unknown;
}

export async function sendMessage(chat: string, speaker: Speaker, message: Message): Promise<void> {
  await send("POST", `${at(chat)}/messages`, { ...speaker, ...message });
}

export async function submitCard(
  chat: string,
  speaker: Speaker,
  card: { replyToId: string; value: unknown },
): Promise<void> {
  await send("POST", `${at(chat)}/submit`, { ...speaker, ...card });
}

export async function invoke(
  chat: string,
  speaker: Speaker,
  call: { name: InvokeName; replyToId?: string; value: unknown },
) {
  const path = `${at(chat)}/invoke`;
  return read(invokeAnswerSchema, path, await send("POST", path, { ...speaker, ...call }));
}

/** The answer travels on as text, untouched: what it says is between the stand-in and MSAL. */
export async function askNestedAppAuth(person: string, request: unknown): Promise<string> {
  const answer = await send("POST", "/local/nested-app-auth", { person, request });
  const json: unknown = await answer.json();
  return typeof json === "string" ? json : JSON.stringify(json);
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue("not JSON");
    return z.NEVER;
  }
}

/** Calls `onEvent` for each thing that happens to this person, and `onOpen` at each (re)connection. */
export function followEvents(
  person: string,
  listener: { onEvent: (event: FeedEvent) => void; onOpen: () => void; onLost: () => void },
): () => void {
  const source = new EventSource(`/local/events?${who(person)}`);
  source.onopen = listener.onOpen;
  source.onerror = listener.onLost;
  source.onmessage = (message: MessageEvent<string>) => {
    const parsed = z.string().transform(parseJson).pipe(feedEventSchema).safeParse(message.data);
    if (parsed.success) {
      listener.onEvent(parsed.data);
    } else {
      console.warn("An event of the stand-in that this page cannot read:", z.prettifyError(parsed.error));
    }
  };
  return () => source.close();
}
