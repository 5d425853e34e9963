import { type RefObject, useEffect, useRef, useState } from "react";
import { answerTo, type Host } from "./answers.ts";
import { connect, type Guest, tell } from "./bridge.ts";
import type { TeamsContext } from "./protocol.ts";

/** What a frame asks of the pane around it; the rest it does itself. */
export type FrameDesk = Omit<Host, "context" | "ready" | "listen">;

/** A page that has not called `app.initialize` by then gets a hint, not an endless spinner. */
const patience = 8_000;

export interface FrameState {
  readonly phase: "waiting" | "started" | "loaded" | "silent" | "failed";
  readonly reason: string;
}

interface Around {
  readonly src: string;
  readonly context: TeamsContext;
  readonly desk: FrameDesk;
  readonly onGuest: ((guest: Guest) => () => void) | undefined;
}

/**
 * Which address the frame shows. Another place in the app is an event for a page that listens to
 * `contextChange`; for one that does not, the frame opens the new address.
 */
function useAddress({ src, context }: Around, listening: ReadonlySet<string>) {
  const [opened, setOpened] = useState({ src, visit: 0 });
  const [place, setPlace] = useState(context.subEntityId);
  useEffect(() => {
    if (place === context.subEntityId) {
      return;
    }
    setPlace(context.subEntityId);
    if (!listening.has("contextChange")) {
      setOpened((before) => ({ src, visit: before.visit + 1 }));
    }
  }, [place, context.subEntityId, src, listening]);
  return opened;
}

/** Connects the page in a frame to its pane, for as long as the frame shows that page. */
export function useGuest(frame: RefObject<HTMLIFrameElement>, around: Around) {
  const { context, desk, onGuest } = around;
  const [listening] = useState(() => new Set<string>());
  const [state, setState] = useState<FrameState>({ phase: "waiting", reason: "" });
  const guest = useRef<Guest>();
  const now = useRef({ context, desk });
  const opened = useAddress(around, listening);
  useEffect(() => {
    now.current = { context, desk };
  });
  useEffect(() => {
    if (frame.current === null) {
      return undefined;
    }
    listening.clear();
    setState({ phase: "waiting", reason: "" });
    const answer: Guest["answer"] = (request) => {
      const own: Pick<Host, "context" | "listen" | "ready"> = {
        context: () => now.current.context,
        listen: (event) => listening.add(event),
        ready: (phase, reason = "") =>
          setState((before) =>
            phase === "started" && before.phase === "loaded" ? before : { phase, reason },
          ),
      };
      return answerTo({ ...now.current.desk, ...own }, request);
    };
    const one: Guest = { frame: frame.current, origin: new URL(opened.src).origin, answer };
    guest.current = one;
    const disconnect = connect(one);
    const forget = onGuest?.(one);
    const giveUp = (before: FrameState): FrameState =>
      before.phase === "waiting" ? { phase: "silent", reason: "" } : before;
    const clock = window.setTimeout(() => setState(giveUp), patience);
    return () => {
      window.clearTimeout(clock);
      forget?.();
      disconnect();
    };
  }, [frame, opened, onGuest, listening]);
  useEvent(guest, listening, "themeChange", context.theme);
  useEvent(guest, listening, "contextChange", context);
  return { opened, state };
}

/** Tells a page that asked for it about a change, once for each change. */
function useEvent(
  guest: { readonly current: Guest | undefined },
  listening: ReadonlySet<string>,
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
    if (guest.current !== undefined && listening.has(name)) {
      tell(guest.current, name, [value]);
    }
  });
}
