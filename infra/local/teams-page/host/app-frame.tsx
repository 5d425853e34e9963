import { Spinner } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { answerTo, type Host } from "./answers.ts";
import { connect, type Guest, tell } from "./bridge.ts";
import type { TeamsContext } from "./protocol.ts";

/** A page that has not called `app.initialize` by then gets a hint, not an endless spinner. */
const patience = 8_000;

/** What a frame asks of the pane around it; the rest it does itself. */
export type FrameDesk = Omit<Host, "context" | "ready" | "listen">;

interface Props {
  readonly src: string;
  readonly title: string;
  readonly context: TeamsContext;
  readonly desk: FrameDesk;
  readonly onGuest?: (guest: Guest) => () => void;
}

type State = "waiting" | "started" | "loaded" | "silent" | "failed";

/**
 * A page of the app with the real teams-js in it. A new theme reaches the living page as an event. So does
 * another place in the app when the page listens to `contextChange`; else the frame opens the new address.
 */
export function AppFrame({ src, title, context, desk, onGuest }: Props) {
  const [opened, setOpened] = useState({ src, visit: 0 });
  const [place, setPlace] = useState(context.subEntityId);
  const frame = useRef<HTMLIFrameElement>(null);
  const guest = useRef<Guest>();
  const listening = useRef(new Set<string>());
  const now = useRef({ context, desk });
  const [state, setState] = useState<State>("waiting");
  const [reason, setReason] = useState("");
  useEffect(() => {
    now.current = { context, desk };
  });
  useEffect(() => {
    if (place === context.subEntityId) {
      return;
    }
    setPlace(context.subEntityId);
    if (!listening.current.has("contextChange")) {
      setOpened((before) => ({ src, visit: before.visit + 1 }));
    }
  }, [place, context.subEntityId, src]);
  useEffect(() => {
    if (frame.current === null) {
      return undefined;
    }
    listening.current.clear();
    setState("waiting");
    const one: Guest = {
      frame: frame.current,
      origin: new URL(opened.src).origin,
      answer: (request) =>
        answerTo(
          {
            ...now.current.desk,
            context: () => now.current.context,
            listen: (event) => listening.current.add(event),
            ready: (next, why) => {
              setState((before) => (next === "started" && before === "loaded" ? before : next));
              setReason(why ?? "");
            },
          },
          request,
        ),
    };
    guest.current = one;
    const disconnect = connect(one);
    const forget = onGuest?.(one);
    const clock = window.setTimeout(
      () => setState((before) => (before === "waiting" ? "silent" : before)),
      patience,
    );
    return () => {
      window.clearTimeout(clock);
      forget?.();
      disconnect();
    };
  }, [opened, onGuest]);
  useEvent(guest, listening, "themeChange", context.theme);
  useEvent(guest, listening, "contextChange", context);
  return (
    <div className="frame">
      <iframe
        key={opened.visit}
        ref={frame}
        src={opened.src}
        title={title}
        allow="clipboard-read; clipboard-write"
      />
      {state === "waiting" ? <Spinner className="frame-wait" label={`Opening ${title}`} /> : null}
      {state === "silent" || state === "failed" ? (
        <p className="frame-note" role="status">
          {state === "failed"
            ? `The page says that it could not start. ${reason}`
            : `Nothing heard from teams-js in this page yet. Does ${new URL(opened.src).origin} answer?`}
        </p>
      ) : null}
    </div>
  );
}

function useEvent(
  guest: { readonly current: Guest | undefined },
  listening: { readonly current: ReadonlySet<string> },
  name: string,
  value: unknown,
): void {
  const before = useRef(JSON.stringify(value));
  useEffect(() => {
    const json = JSON.stringify(value);
    if (json === before.current) {
      return;
    }
    before.current = json;
    if (guest.current !== undefined && listening.current.has(name)) {
      tell(guest.current, name, [value]);
    }
  });
}
