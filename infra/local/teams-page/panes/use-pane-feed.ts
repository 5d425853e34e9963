import { useMemo, useState } from "react";
import type { Chat } from "../api-schema.ts";
import { useFeed } from "../chat/use-feed.ts";
import type { Where } from "./where.ts";

/** The feed of a person, with the chat that is open; behind a tab, every chat counts as unread. */
export function usePaneFeed(person: string, where: Where) {
  const [chats, setChats] = useState<readonly Chat[]>([]);
  const kind = where.kind === "chat" ? where.chat : undefined;
  const chat = kind === undefined ? undefined : (chats.find((one) => one.kind === kind) ?? chats[0]);
  const { feed, status } = useFeed(person, chat?.id);
  if (feed.chats !== chats) {
    setChats(feed.chats);
  }
  const unread = useMemo(
    () => Object.values(feed.unread).reduce((sum, count) => sum + count, 0),
    [feed.unread],
  );
  return { feed, status, chat, unread };
}
