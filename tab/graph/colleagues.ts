import * as z from "zod/mini";
import type { MemberId } from "../../src/base/vocabulary.ts";
import type { GraphSession } from "./session.ts";

/** As Teams shows it; "unknown" when Graph does not say. */
export const presences = ["available", "away", "busy", "do-not-disturb", "offline", "unknown"] as const;
export type Presence = (typeof presences)[number];

const answer = z.object({
  value: z.array(z.object({ id: z.string(), availability: z.optional(z.string()) })),
});

/** https://learn.microsoft.com/graph/api/resources/presence */
const presenceOf: Readonly<Record<string, Presence>> = {
  Available: "available",
  AvailableIdle: "available",
  Away: "away",
  BeRightBack: "away",
  Busy: "busy",
  BusyIdle: "busy",
  DoNotDisturb: "do-not-disturb",
  Offline: "offline",
};

/** Graph takes at most this many people in one question. */
const most = 650;

/** Nice to have: whoever may not see presence simply sees none. */
export async function presencesOf(
  session: GraphSession,
  people: readonly MemberId[],
): Promise<ReadonlyMap<string, Presence>> {
  if (people.length === 0) return new Map();
  const graph = await session.open();
  const given = answer.parse(
    await graph.post("/communications/getPresencesByUserId", { ids: people.slice(0, most) }),
  );
  return new Map(
    given.value.map(({ id, availability }) => [
      id.toLowerCase(),
      presenceOf[availability ?? ""] ?? "unknown",
    ]),
  );
}

const pictures = new Map<string, Promise<string | undefined>>();

/** The address of a person's photo in this page; undefined when there is none. Asked once per person. */
export function pictureOf(session: GraphSession, person: MemberId): Promise<string | undefined> {
  const known = pictures.get(person);
  if (known !== undefined) return known;
  const asked = fetchPicture(session, person).catch(() => undefined);
  pictures.set(person, asked);
  return asked;
}

async function fetchPicture(session: GraphSession, person: MemberId): Promise<string | undefined> {
  const graph = await session.open();
  const blob = await graph.picture(`/users/${encodeURIComponent(person)}/photos/96x96/$value`);
  return blob?.type.startsWith("image/") ? URL.createObjectURL(blob) : undefined;
}
