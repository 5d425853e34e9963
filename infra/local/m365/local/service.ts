import { z } from "zod";
import type { CallLog } from "../connector/call-log.ts";
import type { Chat, Chats } from "../connector/chats.ts";
import type { Events } from "../connector/events.ts";
import type { Messenger } from "../connector/messenger.ts";
import { type Faults, faultSchema } from "../faults.ts";
import { type Answer, type Call, jsonBody, param, Refusal } from "../http/call.ts";
import { type Route, router } from "../http/router.ts";
import { type BridgeSettings, bridgeAnswer } from "../login/nested-app-auth.ts";
import type { Person } from "../site/schemas.ts";
import type { SiteFolder } from "../site/site-folder.ts";
import { photoType } from "../site/site-folder.ts";
import { invokeValue } from "./invoke-value.ts";

export interface PageParts {
  readonly folder: SiteFolder;
  readonly chats: Chats;
  readonly events: Events;
  readonly messenger: Messenger;
  readonly log: CallLog;
  readonly faults: Faults;
  readonly bridge: BridgeSettings;
  /** What the page needs to know at its start. */
  readonly settings: () => Promise<object>;
}

const client = {
  person: z.string(),
  locale: z.string().min(2).default("nl-BE"),
  theme: z.string().default("default"),
};
const messageSchema = z.object({
  ...client,
  text: z.string(),
  mentionBot: z.boolean().default(false),
  value: z.unknown().optional(),
});
const submitSchema = z.object({ ...client, replyToId: z.string(), value: z.unknown() });
const invokeSchema = z.object({
  ...client,
  name: z.enum(["adaptiveCard/action", "task/fetch", "task/submit"]),
  replyToId: z.string().optional(),
  value: z.unknown().optional(),
});
const bridgeSchema = z.object({ person: z.string(), request: z.unknown() });

/** The API of the local Teams page, and of the tests. */
export function pageApi(parts: PageParts): (call: Call) => Promise<Answer | undefined> {
  const route = router([...lookRoutes(parts), ...actRoutes(parts), ...testRoutes(parts)]);
  return async (call) => {
    // A form of another website can post text, but not JSON without asking first.
    const isJson = String(call.headers["content-type"] ?? "").startsWith("application/json");
    if (call.method === "POST" && !isJson) return wrong(415, "The body must be application/json.");
    return route(call);
  };
}

function lookRoutes({ folder, chats, events, messenger, settings }: PageParts): readonly Route[] {
  const asking = (call: Call) => personOf(folder, call.query.get("person"));
  return [
    {
      method: "GET",
      path: "/local/people",
      handle: async () => ({ status: 200, body: (await folder.people()).map(personView) }),
    },
    {
      method: "GET",
      path: "/local/people/:person/photo",
      handle: async (call) => {
        const person = await personOf(folder, param(call, "person"));
        const body = await folder.photo(person);
        if (body === undefined) return wrong(404, "This person has no photo.");
        return { status: 200, headers: { "content-type": photoType(person.photo ?? "") }, body };
      },
    },
    { method: "GET", path: "/local/settings", handle: async () => ({ status: 200, body: await settings() }) },
    {
      method: "GET",
      path: "/local/chats",
      handle: async (call) => {
        const person = await asking(call);
        messenger.welcome(person);
        return { status: 200, body: chats.of(person).map(({ id, kind, name }) => ({ id, kind, name })) };
      },
    },
    {
      method: "GET",
      path: "/local/chats/:chat/activities",
      handle: async (call) => {
        const activities = chats.history(chatOf(call, chats, await asking(call)));
        return { status: 200, headers: { "cache-control": "no-store" }, body: { activities } };
      },
    },
    {
      method: "GET",
      path: "/local/events",
      handle: async (call) => {
        const person = await asking(call);
        return {
          status: 200,
          headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
          stream: (response) => events.subscribe(person.id, response),
        };
      },
    },
  ];
}

function actRoutes({ folder, chats, messenger, bridge }: PageParts): readonly Route[] {
  return [
    {
      method: "POST",
      path: "/local/chats/:chat/messages",
      handle: async (call) => {
        const body = bodyOf(call, messageSchema);
        const person = await personOf(folder, body.person);
        messenger.say(chatOf(call, chats, person), person, body, body);
        return { status: 202 };
      },
    },
    {
      method: "POST",
      path: "/local/chats/:chat/submit",
      handle: async (call) => {
        const body = bodyOf(call, submitSchema);
        const person = await personOf(folder, body.person);
        messenger.submit(chatOf(call, chats, person), person, body, body.replyToId, body.value);
        return { status: 202 };
      },
    },
    {
      method: "POST",
      path: "/local/chats/:chat/invoke",
      handle: async (call) => {
        const body = bodyOf(call, invokeSchema);
        const person = await personOf(folder, body.person);
        const value = invokeValue(body.name, body.value, body.theme);
        const invoke = { name: body.name, replyToId: body.replyToId, value };
        const reply = await messenger.invoke(chatOf(call, chats, person), person, body, invoke);
        return { status: 200, body: reply ?? { status: 502, body: null } };
      },
    },
    {
      method: "POST",
      path: "/local/nested-app-auth",
      handle: async (call) => {
        const body = bodyOf(call, bridgeSchema);
        const request = typeof body.request === "string" ? jsonOf(body.request) : body.request;
        const answer = await bridgeAnswer(await personOf(folder, body.person), request, bridge);
        if (answer === undefined) return wrong(400, "This is no request of nested app authentication.");
        return { status: 200, headers: { "cache-control": "no-store" }, body: answer };
      },
    },
  ];
}

function testRoutes({ faults, log }: PageParts): readonly Route[] {
  const done = { status: 204 };
  return [
    {
      method: "POST",
      path: "/local/faults",
      handle: (call) => {
        faults.order(bodyOf(call, faultSchema));
        return done;
      },
    },
    {
      method: "DELETE",
      path: "/local/faults",
      handle: () => {
        faults.clear();
        return done;
      },
    },
    { method: "GET", path: "/local/log", handle: () => ({ status: 200, body: log.entries() }) },
    {
      method: "DELETE",
      path: "/local/log",
      handle: () => {
        log.clear();
        return done;
      },
    },
  ];
}

function personView(person: Person): object {
  return {
    id: person.id,
    name: person.displayName,
    account: person.userPrincipalName,
    jobTitle: person.jobTitle ?? "",
    department: person.department ?? "",
    language: person.preferredLanguage ?? "nl-BE",
    hasPhoto: person.photo !== undefined,
  };
}

async function personOf(folder: SiteFolder, id: string | null): Promise<Person> {
  const person = id === null ? undefined : await folder.person(id);
  if (person !== undefined) return person;
  throw new Refusal(wrong(404, "There is no such person in the sample tenant."));
}

function chatOf(call: Call, chats: Chats, person: Person): Chat {
  const chat = chats.byId(param(call, "chat"), person);
  if (chat !== undefined) return chat;
  throw new Refusal(wrong(404, "This person has no such chat."));
}

function bodyOf<Schema extends z.ZodType>(call: Call, schema: Schema): z.output<Schema> {
  const read = schema.safeParse(jsonBody(call));
  if (read.success) return read.data;
  throw new Refusal(wrong(400, z.prettifyError(read.error)));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function wrong(status: number, message: string): Answer {
  return { status, body: { error: message } };
}
