import type { Card } from "./card.ts";

/** Teams refuses a message over 28 KB; with the envelope a card may weigh this much. */
export const mostBytes = 25_000;

/** The beginning of a text, cut at a word. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit);
  const space = head.search(/\s\S*$/);
  return `${(space > limit / 2 ? head.slice(0, space) : head).toWellFormed().trimEnd()} …`;
}

/** Builds a card with whole texts, and with shorter ones only when it would weigh too much. */
export function fitting(build: (limit: number) => Card): Card {
  for (const limit of [Number.POSITIVE_INFINITY, 3000, 1500, 700, 300]) {
    const built = build(limit);
    if (weightOf(built) <= mostBytes) return built;
  }
  return build(100);
}

export function weightOf(card: Card): number {
  return Buffer.byteLength(JSON.stringify(card), "utf8");
}
