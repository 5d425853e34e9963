import { z } from "zod";
import type { Route } from "../http/router.ts";
import { bridgeAnswer } from "../login/nested-app-auth.ts";
import { bodyOf, chatOf, personOf, wrong } from "./asked.ts";
import { invokeValue } from "./invoke-value.ts";
import type { PageParts } from "./parts.ts";

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

/** What people do on the page. */
export function actRoutes({ folder, chats, messenger, bridge }: PageParts): readonly Route[] {
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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
