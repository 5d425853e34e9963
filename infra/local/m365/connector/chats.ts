import type { Person } from "../site/schemas.ts";
import type { SiteFolder } from "../site/site-folder.ts";
import type { Activity, StoredActivity } from "./activity.ts";
import type { TeamsIds } from "./ids.ts";

export type ChatKind = "personal" | "groupChat" | "channel";

export interface Chat {
  /** For the local Teams page. */
  readonly id: string;
  readonly kind: ChatKind;
  readonly name: string;
  /** For the bot. */
  readonly conversationId: string;
  /** The person of a personal chat. */
  readonly personId: string | undefined;
}

export interface Chats {
  of(person: Person): readonly Chat[];
  personal(person: Person): Chat;
  byId(id: string, person: Person): Chat | undefined;
  byConversation(conversationId: string): Promise<Chat | undefined>;
  members(chat: Chat): Promise<readonly Person[]>;
  history(chat: Chat): readonly StoredActivity[];
  add(chat: Chat, activity: StoredActivity): void;
  /** `false` when the chat holds no such activity. */
  replace(chat: Chat, activity: StoredActivity): boolean;
  remove(chat: Chat, activityId: string): StoredActivity | undefined;
}

const longestHistory = 500;

/** The chats of the sample tenant: a personal one with the bot for everybody, one group chat, one channel. */
export function sampleChats(folder: SiteFolder, ids: TeamsIds, botName: string): Chats {
  const histories = new Map<string, StoredActivity[]>();
  const historyOf = (chat: Chat) => {
    const history = histories.get(chat.id) ?? [];
    histories.set(chat.id, history);
    return history;
  };
  const shared: readonly Chat[] = [
    chatOf("groep", "groupChat", "Interventieploeg B", ids.groupChat),
    chatOf("kanaal", "channel", "Iedereen > Algemeen", ids.channel),
  ];
  const personal = (person: Person): Chat => ({
    ...chatOf(`persoonlijk-${person.id}`, "personal", botName, ids.personalChat(person.id)),
    personId: person.id,
  });
  const of = (person: Person) => [personal(person), ...shared];
  return {
    of,
    personal,
    byId: (id, person) => of(person).find((chat) => chat.id === id),
    byConversation: async (conversationId) => {
      const wanted = conversationId.split(";")[0];
      const own = (await folder.people()).map(personal);
      return [...shared, ...own].find((chat) => chat.conversationId === wanted);
    },
    members: async (chat) => {
      const people = await folder.people();
      return chat.kind === "personal" ? people.filter(({ id }) => id === chat.personId) : people;
    },
    history: historyOf,
    add: (chat, activity) => {
      const history = historyOf(chat);
      history.push(activity);
      if (history.length > longestHistory) history.shift();
    },
    replace: (chat, activity) => {
      const history = historyOf(chat);
      const index = history.findIndex(({ id }) => id === activity.id);
      if (index >= 0) history[index] = activity;
      return index >= 0;
    },
    remove: (chat, activityId) => {
      const history = historyOf(chat);
      const index = history.findIndex(({ id }) => id === activityId);
      return index < 0 ? undefined : history.splice(index, 1)[0];
    },
  };
}

function chatOf(id: string, kind: ChatKind, name: string, conversationId: string): Chat {
  return { id, kind, name, conversationId, personId: undefined };
}

/** What the local Teams page is told about a chat. */
export type ChatEvent = {
  readonly type: "created" | "updated" | "deleted" | "typing" | "failed";
  readonly chat: string;
  readonly activity: Activity;
};
