import type { Status } from "../../src/questions/life.ts";

/** A small sign beside the words, never instead of them. */
const icons: Readonly<Record<Status, string>> = {
  received: "⏳",
  routed: "✉️",
  claimed: "👤",
  answered: "💬",
  reopened: "🔁",
  closed: "✅",
  withdrawn: "↩️",
};

export function withIcon(status: Status, sentence: string): string {
  return `${icons[status]} ${sentence}`;
}
