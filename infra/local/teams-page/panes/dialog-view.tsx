import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from "react";
import { type CardHandler, CardView } from "../cards/card-view.tsx";
import { AppFrame } from "../host/app-frame.tsx";
import type { Guest } from "../host/bridge.ts";
import type { TeamsContext } from "../host/protocol.ts";
import type { FrameDesk } from "../host/use-guest.ts";
import { type PaneDialogState, sizeOf } from "./dialog.ts";

interface Props {
  readonly dialog: PaneDialogState;
  readonly context: TeamsContext;
  readonly desk: FrameDesk;
  readonly onIntent: CardHandler;
  readonly onClose: () => void;
  readonly onGuest: (guest: Guest) => () => void;
}

function DialogContent({ dialog, context, desk, onIntent, onGuest }: Omit<Props, "onClose">) {
  const { task, message } = dialog;
  if (message !== undefined) {
    return (
      <p className="dialog-message" lang={context.locale}>
        {message}
      </p>
    );
  }
  if (task.card != null) {
    return (
      <div className="dialog-card">
        <CardView
          card={task.card.content}
          label={task.title ?? "Card"}
          lang={context.locale}
          onIntent={onIntent}
        />
      </div>
    );
  }
  if (task.url != null && URL.canParse(task.url)) {
    return (
      <AppFrame
        key={task.url}
        src={task.url}
        title={task.title ?? "Dialog"}
        context={context}
        desk={desk}
        onGuest={onGuest}
      />
    );
  }
  return <p className="dialog-message">The app opened a dialog without a card and without an address.</p>;
}

/** A dialog covers its own pane only: the other person goes on working beside it. */
export function DialogView(props: Props) {
  const { dialog, onClose } = props;
  const title = useId();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // As CSS variables, which a phone overrules: there a dialog fills the pane.
    const { width, height } = sizeOf(dialog.task);
    box.current?.style.setProperty("--dialog-width", `${width}px`);
    box.current?.style.setProperty("--dialog-height", height === undefined ? "auto" : `${height}px`);
  }, [dialog]);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement) {
        before.focus();
      }
    };
  }, []);
  useEffect(() => {
    // What was pressed may be gone with the content it stood in; the keyboard stays in the dialog.
    if (dialog.task !== undefined && document.activeElement === document.body) {
      box.current?.focus();
    }
  }, [dialog]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <div className="dialog-shade">
      <div
        className="dialog"
        role="dialog"
        aria-labelledby={title}
        tabIndex={-1}
        ref={box}
        onKeyDown={onKeyDown}
      >
        <header className="dialog-head">
          <h2 id={title}>{dialog.task.title ?? "Dialog"}</h2>
          <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close dialog" onClick={onClose} />
        </header>
        <div className="dialog-content">
          <DialogContent {...props} />
        </div>
      </div>
    </div>
  );
}
