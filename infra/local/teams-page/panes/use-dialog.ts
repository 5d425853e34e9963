import { useMemo, useRef, useState } from "react";
import type { Speaker } from "../api.ts";
import type { TaskInfo } from "../api-schema.ts";
import type { CardHandler } from "../cards/card-view.tsx";
import { carryOut, type Outcome, submitTask } from "../chat/talk.ts";
import type { Guest } from "../host/bridge.ts";
import { closedByHand, type PaneDialogState } from "./dialog.ts";

/** The one dialog of a pane: opened, changed, and ended with a result for whoever waits for it. */
function useOpenDialog() {
  const [dialog, setDialog] = useState<PaneDialogState>();
  const current = useRef(dialog);
  const steps = useMemo(() => {
    const show = (next: PaneDialogState | undefined) => {
      current.current = next;
      setDialog(next);
    };
    /** A page that opened a dialog waits for a result: every way out gives it one, once. */
    const finish = (fault: string | null, result: unknown) => {
      const opener = current.current?.opener;
      show(undefined);
      if (opener?.kind === "tab") {
        opener.settle(fault, result);
      }
    };
    const openFromChat = (chat: string, replyToId: string, task: TaskInfo, message?: string) => {
      finish(closedByHand, undefined);
      show({
        task,
        opener: { kind: "chat", chat, replyToId },
        ...(message === undefined ? {} : { message }),
      });
    };
    const openFromTab = (guest: Guest | undefined, task: TaskInfo) =>
      new Promise<{ fault: string | null; result: unknown }>((resolve) => {
        finish(closedByHand, undefined);
        const settle = (fault: string | null, result: unknown) => resolve({ fault, result });
        show({ task, opener: { kind: "tab", guest, settle } });
      });
    const change = (part: Partial<PaneDialogState>) => {
      if (current.current !== undefined) {
        show({ ...current.current, ...part });
      }
    };
    return { finish, openFromChat, openFromTab, change, opener: () => current.current?.opener };
  }, []);
  return { dialog, ...steps };
}

type OpenDialog = ReturnType<typeof useOpenDialog>;

/** What the app's answer does to the dialog; words it returns are shown in the card. */
function follow({ change, finish }: OpenDialog, outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case "failed":
      return outcome.text;
    case "dialog":
      change({ task: outcome.task });
      return undefined;
    case "message":
      change({ message: outcome.text });
      return undefined;
    case "card":
    case "done":
      finish(null, undefined);
      return undefined;
  }
}

export function useDialog(speaker: Speaker) {
  const open = useOpenDialog();
  const { dialog, openFromChat, openFromTab, change, finish, opener } = open;

  /** `dialog.url.submit` of the page, or Action.Submit of the card, in the dialog. */
  const complete = async (result: unknown): Promise<string | undefined> => {
    const from = opener();
    if (from?.kind === "chat") {
      return follow(open, await submitTask(from.chat, speaker, result));
    }
    finish(null, result);
    return undefined;
  };

  const onIntent: CardHandler = async (intent) => {
    const from = opener();
    if (intent.kind === "submit" || intent.kind === "task") {
      return complete(intent.kind === "submit" ? intent.value : intent.data);
    }
    if (from?.kind !== "chat") {
      return undefined;
    }
    const { chat, replyToId } = from;
    const outcome = await carryOut({ chat, speaker, replyToId }, intent);
    // A link opened from the dialog leaves it open.
    return intent.kind === "open" && outcome.kind === "done" ? undefined : follow(open, outcome);
  };

  const resize = ({ width, height }: TaskInfo) =>
    change({
      task: { ...dialog?.task, width: width ?? dialog?.task.width, height: height ?? dialog?.task.height },
    });

  return {
    dialog,
    openFromChat,
    openFromTab,
    complete,
    onIntent,
    resize,
    close: () => finish(closedByHand, undefined),
  };
}
