import { randomUUID } from "node:crypto";
import type { Person } from "../site/schemas.ts";
import type { Activity, StoredActivity } from "./activity.ts";
import type { Chat } from "./chats.ts";
import type { TeamsIds } from "./ids.ts";

export interface TeamsWorld {
  readonly ids: TeamsIds;
  readonly botName: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly now: () => number;
  readonly nextMessageId: () => string;
}

export interface Client {
  readonly locale: string;
  readonly theme: string;
}

/** Activities as Teams builds them for a bot: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/ */
export interface IncomingActivities {
  message(chat: Chat, person: Person, client: Client, said: Said): StoredActivity;
  submit(chat: Chat, person: Person, client: Client, replyToId: string, value: unknown): StoredActivity;
  invoke(chat: Chat, person: Person, client: Client, invoke: Invoke): StoredActivity;
  /** What a bot gets when the app is added to a chat. */
  installed(chat: Chat, person: Person, client: Client): readonly StoredActivity[];
}

export interface Said {
  readonly text: string;
  readonly mentionBot: boolean;
  /** Beside the text, for `messageBack` buttons. */
  readonly value?: unknown;
}

export interface Invoke {
  readonly name: string;
  readonly replyToId: string | undefined;
  readonly value: unknown;
}

export function incomingActivities(world: TeamsWorld): IncomingActivities {
  const { ids, botName } = world;
  const bot = { id: ids.bot, name: botName };
  const activity = (chat: Chat, person: Person, client: Client, id: string) => ({
    ...envelope(world, chat, person, client),
    id,
    conversation: conversationOf(world, chat, id),
    recipient: bot,
  });
  return {
    message: (chat, person, client, { text, mentionBot, value }) => ({
      ...activity(chat, person, client, world.nextMessageId()),
      type: "message",
      textFormat: "plain",
      text: mentionBot ? `<at>${botName}</at> ${text}` : text,
      attachments: [{ contentType: "text/html", content: `<p>${escaped(text)}</p>` }],
      entities: [clientInfo(client), ...(mentionBot ? [mention(bot)] : [])],
      ...(value === undefined ? {} : { value }),
    }),
    submit: (chat, person, client, replyToId, value) => ({
      ...activity(chat, person, client, world.nextMessageId()),
      type: "message",
      value,
      replyToId,
      channelData: { ...channelData(world, chat), source: { name: "message" }, legacy: { replyToId } },
    }),
    invoke: (chat, person, client, invoke) => ({
      ...activity(chat, person, client, `f:${randomUUID()}`),
      type: "invoke",
      name: invoke.name,
      value: invoke.value,
      ...(invoke.replyToId === undefined ? {} : { replyToId: invoke.replyToId }),
      channelData: { ...channelData(world, chat), source: { name: "message" } },
    }),
    installed: (chat, person, client) => [
      {
        ...activity(chat, person, client, `f:${randomUUID()}`),
        type: "installationUpdate",
        action: "add",
      },
      {
        ...activity(chat, person, client, `f:${randomUUID()}`),
        type: "conversationUpdate",
        membersAdded: [{ id: ids.bot }],
      },
    ],
  };
}

function envelope(world: TeamsWorld, chat: Chat, person: Person, client: Client): Omit<Activity, "type"> {
  const moment = new Date(world.now());
  return {
    channelId: "msteams",
    serviceUrl: world.serviceUrl,
    timestamp: moment.toISOString(),
    localTimestamp: localTimestamp(moment),
    localTimezone: "Europe/Brussels",
    locale: regional(client.locale),
    from: { id: world.ids.user(person.id), name: person.displayName, aadObjectId: person.id },
    entities: [clientInfo(client)],
    channelData: channelData(world, chat),
  };
}

/** In a channel a conversation is a thread: its id names the message it began with. */
export function conversationOf({ tenantId }: TeamsWorld, chat: Chat, rootId: string): object {
  const conversation = { conversationType: chat.kind, tenantId, id: chat.conversationId };
  if (chat.kind === "personal") return conversation;
  if (chat.kind === "groupChat") return { ...conversation, isGroup: true };
  return { ...conversation, isGroup: true, id: `${chat.conversationId};messageid=${rootId}` };
}

function channelData({ ids, tenantId }: TeamsWorld, chat: Chat): object {
  const tenant = { tenant: { id: tenantId } };
  if (chat.kind !== "channel") return tenant;
  return {
    ...tenant,
    teamsChannelId: ids.channel,
    teamsTeamId: ids.team,
    channel: { id: ids.channel },
    team: { id: ids.team },
  };
}

function clientInfo(client: Client): object {
  const locale = regional(client.locale);
  const country = locale.split("-")[1] ?? "BE";
  return { type: "clientInfo", locale, country, platform: "Web", timezone: "Europe/Brussels" };
}

function mention(bot: { id: string; name: string }): object {
  return { type: "mention", mentioned: bot, text: `<at>${bot.name}</at>` };
}

/** Teams always names a region. */
function regional(locale: string): string {
  if (locale.includes("-")) return locale;
  return locale === "en" ? "en-US" : `${locale}-BE`;
}

function localTimestamp(moment: Date): string {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Brussels",
    dateStyle: "short",
    timeStyle: "medium",
  }).format(moment);
  const offset =
    (Date.parse(`${parts.replace(" ", "T")}Z`) - Math.floor(moment.getTime() / 1000) * 1000) / 3_600_000;
  return `${parts.replace(" ", "T")}+0${offset}:00`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
