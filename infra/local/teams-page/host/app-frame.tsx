import { Spinner } from "@fluentui/react-components";
import { useRef } from "react";
import type { Guest } from "./bridge.ts";
import type { TeamsContext } from "./protocol.ts";
import { type FrameDesk, useGuest } from "./use-guest.ts";

interface Props {
  readonly src: string;
  readonly title: string;
  readonly context: TeamsContext;
  readonly desk: FrameDesk;
  readonly onGuest?: (guest: Guest) => () => void;
}

/** A page of the app, with the real teams-js in it, as a direct child of the top window. */
export function AppFrame({ src, title, context, desk, onGuest }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { opened, state } = useGuest(frame, { src, context, desk, onGuest });
  const { origin } = new URL(opened.src);
  return (
    <div className="frame">
      <iframe
        key={opened.visit}
        ref={frame}
        src={opened.src}
        title={title}
        allow="clipboard-read; clipboard-write"
      />
      {state.phase === "waiting" ? <Spinner className="frame-wait" label={`Opening ${title}`} /> : null}
      {state.phase === "silent" || state.phase === "failed" ? (
        <p className="frame-note" role="status">
          {state.phase === "failed"
            ? `The page says that it could not start. ${state.reason}`
            : `Nothing heard from teams-js in this page yet. Does ${origin} answer?`}
        </p>
      ) : null}
    </div>
  );
}
