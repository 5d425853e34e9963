import { z } from "zod";
import type { Faults } from "../faults.ts";
import { type Answer, type Call, jsonBody, param, Refusal } from "../http/call.ts";
import { type Route, router } from "../http/router.ts";
import type { SiteFolder } from "../site/site-folder.ts";
import { activitySchema, type StoredActivity } from "./activity.ts";
import type { CallLog } from "./call-log.ts";
import type { Chat, Chats } from "./chats.ts";
import { connectorError } from "./connector-error.ts";
import { conversationOf, type TeamsWorld } from "./incoming.ts";
import { memberRoutes } from "./members.ts";
import type { Messenger } from "./messenger.ts";

export const connectorPath = "/connector/";

export interface ConnectorParts {
  readonly world: TeamsWorld;
  readonly chats: Chats;
  readonly folder: SiteFolder;
  readonly messenger: Messenger;
  readonly log: CallLog;
  readonly faults: Faults;
}

/** Teams refuses larger messages with 413: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
const largestActivity = 100 * 1024;

/** The Bot Connector's REST API v3, as Teams offers it to a bot. */
export function connectorService(parts: ConnectorParts): (call: Call) => Promise<Answer> {
  const route = router([...activityRoutes(parts), ...memberRoutes(parts)]);
  const answer = async (call: Call): Promise<Answer> => {
    const disturbed = await parts.faults.disturb("connector", call);
    if (disturbed !== undefined) return disturbed;
    try {
      return (await route(call)) ?? connectorError(404, "ServiceError", "Unknown address.");
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  };
  return async (call) => {
    const given = await answer(call);
    parts.log.add({
      direction: "from-bot",
      method: call.method,
      path: decodeURI(call.path),
      body: jsonBody(call),
      status: given.status,
    });
    return given;
  };
}

function activityRoutes(parts: ConnectorParts): readonly Route[] {
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
    { method: "POST", path: base, handle: (call) => createConversation(call, parts) },
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

type Sent = z.infer<typeof activitySchema>;

async function publish(
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

function outgoing(
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

const conversationSchema = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  tenantId: z.string().optional(),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).optional(),
      channel: z.looseObject({ id: z.string() }).optional(),
    })
    .nullish(),
  activity: activitySchema.nullish(),
});

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
async function createConversation(call: Call, parts: ConnectorParts): Promise<Answer> {
  const read = conversationSchema.safeParse(jsonBody(call));
  if (!read.success) return connectorError(400, "BadSyntax", "Incorrect conversation creation parameters");
  const { data } = read;
  const tenant = data.tenantId ?? data.channelData?.tenant?.id;
  const channel = data.channelData?.channel?.id;
  if (channel === undefined && tenant !== parts.world.tenantId) {
    return connectorError(400, "BadSyntax", "Bot Connector: the tenant id is missing or unknown");
  }
  const conversationId =
    channel ?? (await personalConversation(data.members?.map(({ id }) => id) ?? [], parts));
  const chat = await chatOf(conversationId, parts.chats);
  const activityId =
    data.activity == null ? undefined : await publish(parts, chat, conversationId, data.activity);
  const id = chat.kind === "channel" ? `${conversationId};messageid=${activityId ?? ""}` : conversationId;
  return { status: 201, body: { id, ...(activityId === undefined ? {} : { activityId }) } };
}

async function personalConversation(members: readonly string[], parts: ConnectorParts): Promise<string> {
  const { world, folder } = parts;
  const asked = members.length === 1 ? members[0] : undefined;
  const people = await folder.people();
  const person = people.find(({ id }) => id === asked?.toLowerCase() || world.ids.user(id) === asked);
  if (person !== undefined) return world.ids.personalChat(person.id);
  throw new Refusal(
    connectorError(400, "BadArgument", "One member of the tenant is needed: an Entra or 29: id"),
  );
}

async function chatOf(conversationId: string, chats: Chats): Promise<Chat> {
  const chat = await chats.byConversation(conversationId);
  if (chat !== undefined) return chat;
  throw new Refusal(connectorError(404, "ConversationNotFound", "Conversation not found."));
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
