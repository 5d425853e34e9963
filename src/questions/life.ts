/** The life of a question. `received` means: stored, and nobody could take it yet. */
export const statuses = [
  "received",
  "routed",
  "claimed",
  "answered",
  "reopened",
  "closed",
  "withdrawn",
] as const;
export type Status = (typeof statuses)[number];

/** What can happen to a question. */
export type Step = "route" | "claim" | "decline" | "answer" | "follow-up" | "close" | "withdraw";

/** The one table of transitions: a step that is not here is not possible in that status. */
const transitions: Readonly<Record<Status, Partial<Record<Step, Status>>>> = {
  received: { route: "routed", "follow-up": "received", withdraw: "withdrawn" },
  routed: {
    claim: "claimed",
    decline: "received",
    "follow-up": "routed",
    withdraw: "withdrawn",
  },
  claimed: {
    answer: "answered",
    decline: "received",
    "follow-up": "claimed",
    close: "closed",
    withdraw: "withdrawn",
  },
  answered: { answer: "answered", "follow-up": "claimed", close: "closed" },
  reopened: { answer: "answered", decline: "received", "follow-up": "reopened", close: "closed" },
  closed: { "follow-up": "reopened" },
  withdrawn: {},
};

/** The status after a step, or undefined when that step is not possible now. */
export function after(status: Status, step: Step): Status | undefined {
  return transitions[status][step];
}
