import type { Activity, Chat, FeedEvent } from "../api-schema.ts";

export interface Feed {
  readonly chats: readonly Chat[];
  readonly activities: Readonly<Record<string, readonly Activity[]>>;
  /** Who types in a chat, and since when. */
  readonly typing: Readonly<Record<string, { readonly name: string; readonly since: number }>>;
  readonly unread: Readonly<Record<string, number>>;
  /** Chats whose last message or press never reached the app. */
  readonly undelivered: Readonly<Record<string, true>>;
}

export type FeedStep =
  | { readonly kind: "chats"; readonly chats: readonly Chat[] }
  | { readonly kind: "history"; readonly chat: string; readonly activities: readonly Activity[] }
  | {
      readonly kind: "event";
      readonly event: FeedEvent;
      readonly open: string | undefined;
      readonly now: number;
    }
  | { readonly kind: "opened"; readonly chat: string }
  | { readonly kind: "quiet"; readonly before: number };

export const emptyFeed: Feed = { chats: [], activities: {}, typing: {}, unread: {}, undelivered: {} };

function upsert(list: readonly Activity[], activity: Activity): readonly Activity[] {
  return list.some((known) => known.id === activity.id)
    ? list.map((known) => (known.id === activity.id ? activity : known))
    : [...list, activity];
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

function applyEvent(feed: Feed, step: Extract<FeedStep, { kind: "event" }>): Feed {
  const { event } = step;
  const known = feed.activities[event.chat] ?? [];
  switch (event.type) {
    case "typing": {
      const name = event.activity?.from?.name ?? "Someone";
      return { ...feed, typing: { ...feed.typing, [event.chat]: { name, since: step.now } } };
    }
    case "deleted": {
      const rest = known.filter((activity) => activity.id !== event.activity.id);
      return { ...feed, activities: { ...feed.activities, [event.chat]: rest } };
    }
    case "failed":
      return { ...feed, undelivered: { ...feed.undelivered, [event.chat]: true } };
    case "updated":
    case "created": {
      const isNew = !known.some((activity) => activity.id === event.activity.id);
      const counts = isNew && step.open !== event.chat && isShown(event.activity);
      return {
        ...feed,
        activities: { ...feed.activities, [event.chat]: upsert(known, event.activity) },
        typing: without(feed.typing, event.chat),
        undelivered: without(feed.undelivered, event.chat),
        unread: counts ? { ...feed.unread, [event.chat]: (feed.unread[event.chat] ?? 0) + 1 } : feed.unread,
      };
    }
  }
}

export function nextFeed(feed: Feed, step: FeedStep): Feed {
  switch (step.kind) {
    case "chats":
      return { ...feed, chats: step.chats };
    case "history":
      return { ...feed, activities: { ...feed.activities, [step.chat]: step.activities } };
    case "event":
      return applyEvent(feed, step);
    case "opened":
      return { ...feed, unread: without(feed.unread, step.chat) };
    case "quiet": {
      const still = Object.entries(feed.typing).filter(([, typing]) => typing.since > step.before);
      return { ...feed, typing: Object.fromEntries(still) };
    }
  }
}

/** A press on a card travels as a message with a value and no text: Teams shows nothing of it. */
export function isShown(activity: Activity): boolean {
  return (
    activity.type === "message" &&
    ((activity.text ?? "") !== "" ||
      (activity.attachments ?? []).length > 0 ||
      activity.suggestedActions != null)
  );
}
