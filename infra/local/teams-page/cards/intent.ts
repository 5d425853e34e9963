import { type Action, ExecuteAction, OpenUrlAction, SubmitAction } from "adaptivecards";
import { z } from "zod";
import { safeHref } from "../chat/markdown.ts";

/** What a press on a card's button asks of the chat. */
export type Intent =
  | { readonly kind: "submit"; readonly value: unknown }
  | {
      readonly kind: "execute";
      readonly verb: string;
      readonly id: string | undefined;
      readonly data: unknown;
    }
  | { readonly kind: "task"; readonly data: unknown }
  | { readonly kind: "say"; readonly text: string; readonly value?: unknown }
  | { readonly kind: "open"; readonly url: string };

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions */
const teamsDataSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("task/fetch") }),
  z.object({ type: z.literal("imBack"), value: z.string() }),
  z.object({
    type: z.literal("messageBack"),
    text: z.string().optional(),
    displayText: z.string().optional(),
    value: z.unknown().optional(),
  }),
]);

function teamsPart(data: unknown) {
  const outer = z.object({ msteams: z.unknown().optional() }).safeParse(data);
  const inner = outer.success ? teamsDataSchema.safeParse(outer.data.msteams) : undefined;
  return inner?.success ? inner.data : undefined;
}

function submitIntent(data: unknown): Intent {
  const teams = teamsPart(data);
  switch (teams?.type) {
    case undefined:
      return { kind: "submit", value: data };
    case "task/fetch":
      return { kind: "task", data };
    case "imBack":
      return { kind: "say", text: teams.value };
    case "messageBack":
      return {
        kind: "say",
        text: teams.text ?? teams.displayText ?? "",
        value: teams.value ?? data,
      };
  }
}

/** Undefined for actions that the card itself carries out: ShowCard, ToggleVisibility. */
export function intentOf(action: Action): Intent | undefined {
  if (action instanceof ExecuteAction) {
    return { kind: "execute", verb: action.verb ?? "", id: action.id, data: action.data ?? {} };
  }
  if (action instanceof SubmitAction) {
    return submitIntent(action.data ?? {});
  }
  if (action instanceof OpenUrlAction) {
    const url = safeHref(action.url ?? "");
    return url === undefined ? undefined : { kind: "open", url };
  }
  return undefined;
}
