import { useCallback, useRef, useState } from "react";
import type { Speaker } from "../api.ts";
import type { TaskInfo } from "../api-schema.ts";
import type { CardHandler } from "../cards/card-view.tsx";
import { carryOut, type Outcome, submitTask } from "../chat/talk.ts";
import type { Guest } from "../host/bridge.ts";
import { closedByHand, type PaneDialogState } from "./dialog.ts";

/** The dialog of one pane, and what its submit leads to. */
export function useDialog(speaker: Speaker) {
  const [dialog, setDialog] = useState<PaneDialogState>();
  const current = useRef(dialog);
  const show = useCallback((next: PaneDialogState | undefined) => {
    current.current = next;
    setDialog(next);
  }, []);

  /** A page that opened a dialog waits for a result: every way out gives it one, once. */
  const finish = useCallback(
    (fault: string | null, result: unknown) => {
      const opener = current.current?.opener;
      show(undefined);
      if (opener?.kind === "tab") {
        opener.settle(fault, result);
      }
    },
    [show],
  );

  const openFromChat = useCallback(
    (chat: string, replyToId: string, task: TaskInfo, message?: string) => {
      finish(closedByHand, undefined);
      show({
        task,
        opener: { kind: "chat", chat, replyToId },
        ...(message === undefined ? {} : { message }),
      });
    },
    [finish, show],
  );

  const openFromTab = useCallback(
    (guest: Guest | undefined, task: TaskInfo) =>
      new Promise<{ fault: string | null; result: unknown }>((resolve) => {
        finish(closedByHand, undefined);
        show({
          task,
          opener: { kind: "tab", guest, settle: (fault, result) => resolve({ fault, result }) },
        });
      }),
    [finish, show],
  );

  const follow = (outcome: Outcome): string | undefined => {
    const opener = current.current?.opener;
    switch (outcome.kind) {
      case "failed":
        return outcome.text;
      case "dialog":
        if (opener !== undefined) {
          show({ task: outcome.task, opener });
        }
        return undefined;
      case "message":
        if (opener !== undefined) {
          show({ task: current.current?.task ?? {}, opener, message: outcome.text });
        }
        return undefined;
      case "card":
      case "done":
        finish(null, undefined);
        return undefined;
    }
  };

  /** `dialog.url.submit` of the page, or Action.Submit of the card, in the dialog. */
  const complete = async (result: unknown): Promise<string | undefined> => {
    const opener = current.current?.opener;
    if (opener?.kind === "chat") {
      return follow(await submitTask(opener.chat, speaker, result));
    }
    finish(null, result);
    return undefined;
  };

  const onIntent: CardHandler = async (intent) => {
    const opener = current.current?.opener;
    if (intent.kind === "submit" || intent.kind === "task") {
      return complete(intent.kind === "submit" ? intent.value : intent.data);
    }
    if (opener?.kind !== "chat") {
      return undefined;
    }
    return follow(await carryOut({ chat: opener.chat, speaker, replyToId: opener.replyToId }, intent));
  };

  const resize = (task: TaskInfo) => {
    const open = current.current;
    if (open !== undefined) {
      show({ ...open, task: { ...open.task, width: task.width, height: task.height } });
    }
  };

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
