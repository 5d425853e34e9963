import type { Person } from "../site/schemas.ts";
import type { StoredActivity } from "./activity.ts";
import type { BotLine, BotReply } from "./bot-line.ts";
import type { Chat, ChatEvent, Chats } from "./chats.ts";
import type { Events } from "./events.ts";
import type { Client, IncomingActivities, Invoke, Said } from "./incoming.ts";

/** What people do in their chats, brought to the bot and to the screens of the others. */
export interface Messenger {
  /** Adds the app for this person, the first time that they open their chats. */
  welcome(person: Person): void;
  say(chat: Chat, person: Person, client: Client, said: Said): void;
  submit(chat: Chat, person: Person, client: Client, replyToId: string, value: unknown): void;
  invoke(chat: Chat, person: Person, client: Client, invoke: Invoke): Promise<BotReply | undefined>;
  tell(chat: Chat, event: Omit<ChatEvent, "chat">): Promise<void>;
  /** Resolves when nothing is on its way to the bot any more. */
  settled(): Promise<void>;
}

interface Parts {
  readonly chats: Chats;
  readonly events: Events;
  readonly line: BotLine;
  readonly incoming: IncomingActivities;
  readonly onError: (error: unknown) => void;
}

export function messenger({ chats, events, line, incoming, onError }: Parts): Messenger {
  const underway = new Set<Promise<void>>();
  const run = (work: Promise<void>) => {
    const tracked = work.catch(onError).finally(() => underway.delete(tracked));
    underway.add(tracked);
  };
  const tell: Messenger["tell"] = async (chat, event) => {
    const members = await chats.members(chat);
    events.publish(
      members.map(({ id }) => id),
      { ...event, chat: chat.id },
    );
  };
  const install = installer(line, incoming);
  const deliver = async (chat: Chat, person: Person, client: Client, activity: StoredActivity) => {
    await install(chat, person, client);
    if (!(await line.deliver(activity))) {
      events.publish([person.id], { type: "failed", chat: chat.id, activity });
    }
  };
  return {
    welcome: (person) => {
      const client = { locale: person.preferredLanguage ?? "nl-BE", theme: "default" };
      run(install(chats.personal(person), person, client));
    },
    say: (chat, person, client, said) => {
      const activity = incoming.message(chat, person, client, said);
      // In a group or a channel a bot hears only what mentions it.
      const reachesBot = chat.kind === "personal" || said.mentionBot;
      chats.add(chat, activity);
      run(tell(chat, { type: "created", activity }));
      if (reachesBot) run(deliver(chat, person, client, activity));
    },
    submit: (chat, person, client, replyToId, value) =>
      run(deliver(chat, person, client, incoming.submit(chat, person, client, replyToId, value))),
    invoke: async (chat, person, client, invoke) => {
      await install(chat, person, client);
      return line.invoke(incoming.invoke(chat, person, client, invoke));
    },
    tell,
    settled: async () => {
      await Promise.all(underway);
    },
  };
}

/** Sends the installation events once for each chat; again later when the bot could not take them. */
function installer(line: BotLine, incoming: IncomingActivities) {
  const installed = new Map<string, Promise<boolean>>();
  const announce = async (chat: Chat, person: Person, client: Client): Promise<boolean> => {
    for (const activity of incoming.installed(chat, person, client)) {
      if (!(await line.deliver(activity))) return false;
    }
    return true;
  };
  return async (chat: Chat, person: Person, client: Client): Promise<void> => {
    const known = installed.get(chat.id) ?? announce(chat, person, client);
    installed.set(chat.id, known);
    if (!(await known)) installed.delete(chat.id);
  };
}
