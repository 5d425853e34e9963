import type { TaskInfo } from "../api-schema.ts";
import type { Guest } from "../host/bridge.ts";

/** One open dialog of a pane: opened by a card of a chat, or by the page in a tab. */
export interface PaneDialogState {
  readonly task: TaskInfo;
  readonly message?: string;
  readonly opener:
    | { readonly kind: "chat"; readonly chat: string; readonly replyToId: string }
    | {
        readonly kind: "tab";
        readonly guest: Guest | undefined;
        readonly settle: (fault: string | null, result: unknown) => void;
      };
}

/** Teams' three sizes; a number is a number of pixels. The pane caps them. */
const widths = { small: 400, medium: 600, large: 900 } as const;
const heights = { small: 300, medium: 440, large: 640 } as const;

type Size = TaskInfo["width"];

function pixels(size: Size, named: Readonly<Record<"small" | "medium" | "large", number>>): number {
  return typeof size === "number" ? size : named[size ?? "small"];
}

export function sizeOf(task: TaskInfo): { width: number; height: number | undefined } {
  const isCard = task.card != null;
  return {
    width: pixels(task.width ?? (isCard ? "medium" : "small"), widths),
    // A card is as tall as its content unless the app asks for a height.
    height: isCard && task.height == null ? undefined : pixels(task.height, heights),
  };
}

/** Closing a dialog by hand is, to the page that opened it, an error with this text. */
export const closedByHand = "User cancelled/closed the task module.";
