import type { z } from "zod";
import { Refusal } from "../http/call.ts";
import type { activitySchema, StoredActivity } from "./activity.ts";
import type { Chat, Chats } from "./chats.ts";
import { connectorError } from "./connector-error.ts";
import { conversationOf, type TeamsWorld } from "./incoming.ts";
import type { ConnectorParts } from "./parts.ts";

/** An activity as the bot sent it. */
export type Sent = z.infer<typeof activitySchema>;

/** Puts what the bot sent into the chat and on the screens; gives its id. */
export async function publish(
  { chats, messenger, world }: ConnectorParts,
  chat: Chat,
  conversationId: string,
  sent: Sent,
  replyTo?: string,
): Promise<string> {
  const id = world.nextMessageId();
  const reply = replyTo === undefined ? sent : { replyToId: replyTo, ...sent };
  const activity = outgoing(world, chat, conversationId, reply, id);
  if (sent.type === "typing") await messenger.tell(chat, { type: "typing", activity });
  if (sent.type === "message") {
    chats.add(chat, activity);
    await messenger.tell(chat, { type: "created", activity });
  }
  return id;
}

export function outgoing(
  world: TeamsWorld,
  chat: Chat,
  conversationId: string,
  sent: Sent,
  id: string,
): StoredActivity {
  const rootId = /;messageid=(\d+)$/.exec(conversationId)?.[1] ?? id;
  return {
    ...sent,
    id,
    channelId: "msteams",
    timestamp: new Date(world.now()).toISOString(),
    from: { id: world.ids.bot, name: world.botName, role: "bot" },
    conversation: conversationOf(world, chat, rootId),
  };
}

export async function chatOf(conversationId: string, chats: Chats): Promise<Chat> {
  const chat = await chats.byConversation(conversationId);
  if (chat !== undefined) return chat;
  throw new Refusal(connectorError(404, "ConversationNotFound", "Conversation not found."));
}
