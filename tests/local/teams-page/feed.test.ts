import { describe, expect, test } from "vitest";
import type { FeedEvent } from "../../../infra/local/teams-page/api-schema.ts";
import { emptyFeed, type Feed, nextFeed } from "../../../infra/local/teams-page/chat/feed-state.ts";

const message = (id: string, text: string) => ({ id, type: "message", from: { id: "28:bot" }, text });
const take = (feed: Feed, event: FeedEvent, open?: string) =>
  nextFeed(feed, { kind: "event", event, open, now: 1000 });

describe("the feed of one person", () => {
  test("an event that arrives twice shows one message and counts once", () => {
    const event = { type: "created", chat: "c", activity: message("1", "dag") } as const;
    const feed = take(take(emptyFeed, event), event);
    expect(feed.activities["c"]).toHaveLength(1);
    expect(feed.unread["c"]).toBe(1);
  });

  test("a message in the open chat, and a card press without text, count as nothing new", () => {
    const press = { id: "2", type: "message", from: { id: "29:me" } };
    const feed = take(
      take(emptyFeed, { type: "created", chat: "c", activity: message("1", "dag") }, "c"),
      { type: "created", chat: "d", activity: press },
      "c",
    );
    expect(feed.unread).toEqual({});
  });

  test("an update replaces in place, a deletion removes", () => {
    const two = ["1", "2"].reduce(
      (feed, id) => take(feed, { type: "created", chat: "c", activity: message(id, id) }),
      emptyFeed,
    );
    const updated = take(two, { type: "updated", chat: "c", activity: message("1", "nieuw") });
    expect(updated.activities["c"]?.map((one) => one.text)).toEqual(["nieuw", "2"]);
    const rest = take(updated, { type: "deleted", chat: "c", activity: { id: "1" } });
    expect(rest.activities["c"]?.map((one) => one.id)).toEqual(["2"]);
  });

  test("typing ends with the message, or by itself", () => {
    const typing = take(emptyFeed, { type: "typing", chat: "c", activity: { from: { name: "Kompas" } } });
    expect(typing.typing["c"]?.name).toBe("Kompas");
    expect(take(typing, { type: "created", chat: "c", activity: message("1", "dag") }).typing).toEqual({});
    expect(nextFeed(typing, { kind: "quiet", before: 999 }).typing["c"]).toBeDefined();
    expect(nextFeed(typing, { kind: "quiet", before: 1000 }).typing).toEqual({});
  });

  test("a message that never reached the app is said so until the next one does", () => {
    const failed = take(emptyFeed, { type: "failed", chat: "c", activity: message("1", "dag") });
    expect(failed.undelivered["c"]).toBe(true);
    expect(take(failed, { type: "created", chat: "c", activity: message("2", "?") }).undelivered).toEqual({});
  });
});
