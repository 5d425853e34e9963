import { type Answer, type Call, jsonBody, param, Refusal } from "../http/call.ts";
import type { Route } from "../http/router.ts";
import { activitySchema } from "./activity.ts";
import { connectorError } from "./connector-error.ts";
import { chatOf, outgoing, publish, type Sent } from "./outgoing.ts";
import { type ConnectorParts, connectorPath } from "./parts.ts";

/** Teams refuses larger messages with 413: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const largestActivity = 100 * 1024;

export function activityRoutes(parts: ConnectorParts): readonly Route[] {
  const { chats, messenger, world } = parts;
  const base = `${connectorPath}v3/conversations`;
  const post = async (call: Call): Promise<Answer> => {
    const conversationId = param(call, "conversation");
    const chat = await chatOf(conversationId, chats);
    const replyTo = call.params.get("activity");
    const id = await publish(parts, chat, conversationId, activityOf(call), replyTo);
    return { status: 201, body: { id } };
  };
  return [
    { method: "POST", path: `${base}/:conversation/activities`, handle: post },
    { method: "POST", path: `${base}/:conversation/activities/:activity`, handle: post },
    {
      method: "PUT",
      path: `${base}/:conversation/activities/:activity`,
      handle: async (call) => {
        const conversationId = param(call, "conversation");
        const chat = await chatOf(conversationId, chats);
        const known = chats.history(chat).find(({ id }) => id === param(call, "activity"));
        if (known === undefined) return activityMissing();
        const activity = {
          ...outgoing(world, chat, conversationId, activityOf(call), known.id),
          timestamp: known["timestamp"],
        };
        chats.replace(chat, activity);
        await messenger.tell(chat, { type: "updated", activity });
        return { status: 200, body: { id: known.id } };
      },
    },
    {
      method: "DELETE",
      path: `${base}/:conversation/activities/:activity`,
      handle: async (call) => {
        const chat = await chatOf(param(call, "conversation"), chats);
        const removed = chats.remove(chat, param(call, "activity"));
        if (removed === undefined) return activityMissing();
        await messenger.tell(chat, { type: "deleted", activity: removed });
        return { status: 200 };
      },
    },
  ];
}

function activityOf(call: Call): Sent {
  if (call.body.byteLength > largestActivity) {
    throw new Refusal(connectorError(413, "MessageSizeTooBig", "Message size too large."));
  }
  const read = activitySchema.safeParse(jsonBody(call));
  if (read.success) return read.data;
  throw new Refusal(connectorError(400, "BadSyntax", "The body is no activity."));
}

function activityMissing(): Answer {
  return connectorError(
    404,
    "ActivityNotFoundInConversation",
    "The activity was not found in the conversation.",
  );
}
