import { useEffect, useReducer, useRef, useState } from "react";
import { followEvents, readActivities, readChats } from "../api.ts";
import type { FeedEvent } from "../api-schema.ts";
import { emptyFeed, type Feed, type FeedStep, nextFeed } from "./feed-state.ts";

/** Teams lets a typing sign go after this long when no message comes. */
const typingLasts = 10_000;

export type FeedStatus = "loading" | "ready" | "lost";

async function load(person: string, step: (next: FeedStep) => void): Promise<void> {
  const chats = await readChats(person);
  const histories = await Promise.all(
    chats.map(async (chat) => ({ chat: chat.id, activities: await readActivities(chat.id, person) })),
  );
  step({ kind: "chats", chats });
  for (const history of histories) {
    step({ kind: "history", ...history });
  }
}

/**
 * All chats of one person. Each (re)connection reads the history again; events that arrive meanwhile wait,
 * so that an older history never covers a newer message.
 */
export function useFeed(person: string, open: string | undefined): { feed: Feed; status: FeedStatus } {
  const [feed, step] = useReducer(nextFeed, emptyFeed);
  const [status, setStatus] = useState<FeedStatus>("loading");
  const openChat = useRef(open);
  useEffect(() => {
    openChat.current = open;
    if (open !== undefined) {
      step({ kind: "opened", chat: open });
    }
  }, [open]);
  useEffect(() => {
    let waiting: FeedEvent[] | undefined = [];
    let alive = true;
    const take = (event: FeedEvent) =>
      step({ kind: "event", event, open: openChat.current, now: Date.now() });
    const refresh = async () => {
      waiting = waiting ?? [];
      try {
        await load(person, (next) => {
          if (alive) {
            step(next);
          }
        });
        const held = waiting;
        waiting = undefined;
        if (alive) {
          held.forEach(take);
          setStatus("ready");
        }
      } catch {
        // The event source reconnects by itself and calls this again; until then the pane says so.
        setStatus("lost");
      }
    };
    const stop = followEvents(person, {
      onOpen: () => void refresh(),
      onEvent: (event) => (waiting === undefined ? take(event) : waiting.push(event)),
      onLost: () => setStatus("lost"),
    });
    const clock = window.setInterval(() => step({ kind: "quiet", before: Date.now() - typingLasts }), 2_000);
    return () => {
      alive = false;
      stop();
      window.clearInterval(clock);
    };
  }, [person]);
  return { feed, status };
}
