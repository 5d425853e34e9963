import { z } from "zod";
import { type Answer, type Call, jsonBody, Refusal } from "../http/call.ts";
import { activitySchema } from "./activity.ts";
import { connectorError } from "./connector-error.ts";
import { chatOf, publish } from "./outgoing.ts";
import type { ConnectorParts } from "./parts.ts";

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
export async function createConversation(call: Call, parts: ConnectorParts): Promise<Answer> {
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
