import { ApiFault, invoke, type Speaker, sendMessage, submitCard } from "../api.ts";
import {
  cardInvokeErrorSchema,
  cardInvokeResponseSchema,
  type TaskInfo,
  taskResponseSchema,
} from "../api-schema.ts";
import type { Intent } from "../cards/intent.ts";

/** What came of an intent: words for the card's error line, a card in its place, a message, a dialog. */
export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly text: string }
  | { readonly kind: "card"; readonly card: unknown }
  | { readonly kind: "message"; readonly text: string }
  | { readonly kind: "dialog"; readonly task: TaskInfo };

const failed = (text: string): Outcome => ({ kind: "failed", text });

export function wordsFor(cause: unknown): string {
  if (cause instanceof ApiFault) {
    switch (cause.reason) {
      case "unreachable":
        return "The local stand-in does not answer. What you typed is still here.";
      case "refused":
        return `The stand-in refused this (HTTP ${cause.status ?? "?"}). What you typed is still here.`;
      case "unreadable":
        return "The stand-in gave an answer this page cannot read. What you typed is still here.";
    }
  }
  return `Something went wrong: ${cause instanceof Error ? cause.message : String(cause)}`;
}

function cardOutcome(answer: { status: number; body?: unknown }): Outcome {
  const parsed = cardInvokeResponseSchema.safeParse(answer.body);
  if (answer.status >= 300 || !parsed.success) {
    return failed(`Unable to reach the app: it answered ${answer.status}. Try again.`);
  }
  const { statusCode, type, value } = parsed.data;
  if (statusCode >= 300) {
    const error = cardInvokeErrorSchema.safeParse(value);
    return failed(error.success ? error.data.message : `The app answered ${statusCode}. Try again.`);
  }
  switch (type) {
    case "application/vnd.microsoft.card.adaptive":
      return { kind: "card", card: value };
    case "application/vnd.microsoft.activity.message":
      return { kind: "message", text: typeof value === "string" ? value : "" };
    default:
      return { kind: "done" };
  }
}

function taskOutcome(answer: { status: number; body?: unknown }): Outcome {
  if (answer.status >= 300) {
    return failed(`Unable to reach the app: it answered ${answer.status}. Try again.`);
  }
  // An empty body closes the dialog: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
  if (answer.body === undefined || answer.body === null || answer.body === "") {
    return { kind: "done" };
  }
  const parsed = taskResponseSchema.safeParse(answer.body);
  if (!parsed.success) {
    return { kind: "done" };
  }
  const { task } = parsed.data;
  return task.type === "message"
    ? { kind: "message", text: task.value }
    : { kind: "dialog", task: task.value };
}

/** Everything a person does in one chat, towards the bot. Never throws: a failure is an outcome. */
export async function carryOut(
  place: { chat: string; speaker: Speaker; replyToId: string },
  intent: Intent,
): Promise<Outcome> {
  const { chat, speaker, replyToId } = place;
  try {
    switch (intent.kind) {
      case "open":
        window.open(intent.url, "_blank", "noopener");
        return { kind: "done" };
      case "say":
        await sendMessage(chat, speaker, {
          text: intent.text,
          ...(intent.value === undefined ? {} : { value: intent.value }),
        });
        return { kind: "done" };
      case "submit":
        await submitCard(chat, speaker, { replyToId, value: intent.value });
        return { kind: "done" };
      case "execute": {
        const { id, verb, data } = intent;
        const action = { type: "Action.Execute", ...(id === undefined ? {} : { id }), verb, data };
        const value = { action, trigger: "manual" };
        return cardOutcome(await invoke(chat, speaker, { name: "adaptiveCard/action", replyToId, value }));
      }
      case "task": {
        const value = { data: intent.data, context: { theme: speaker.theme } };
        return taskOutcome(await invoke(chat, speaker, { name: "task/fetch", replyToId, value }));
      }
    }
  } catch (cause) {
    return failed(wordsFor(cause));
  }
}

export async function submitTask(chat: string, speaker: Speaker, data: unknown): Promise<Outcome> {
  try {
    const value = { data, context: { theme: speaker.theme } };
    return taskOutcome(await invoke(chat, speaker, { name: "task/submit", value }));
  } catch (cause) {
    return failed(wordsFor(cause));
  }
}
