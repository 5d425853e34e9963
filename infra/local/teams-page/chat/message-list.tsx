import { useEffect, useRef } from "react";
import type { Activity } from "../api-schema.ts";
import { isShown } from "./feed-state.ts";
import { authorOf, Message, type MessageContext, timeZone } from "./message.tsx";

const runLasts = 5 * 60_000;

function dayOf(activity: Activity): string {
  const date = new Date(activity.timestamp ?? "");
  if (Number.isNaN(date.getTime())) {
    return "";
  }
  const inWords = (day: Date) =>
    day.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone });
  return inWords(date) === inWords(new Date()) ? "Today" : inWords(date);
}

function leads(activity: Activity, before: Activity | undefined, context: MessageContext): boolean {
  if (before === undefined) {
    return true;
  }
  const gap = Date.parse(activity.timestamp ?? "") - Date.parse(before.timestamp ?? "");
  return (
    authorOf(activity, context.people)?.id !== authorOf(before, context.people)?.id ||
    gap > runLasts ||
    dayOf(activity) !== dayOf(before)
  );
}

interface Props {
  readonly activities: readonly Activity[];
  readonly typing: string | undefined;
  readonly label: string;
  readonly visible: boolean;
  readonly context: MessageContext;
  readonly empty: string;
}

/** Stays at the newest message, unless someone scrolled up to read. */
function useStickyEnd(visible: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const element = box.current;
    if (element === null || inner.current === null || !visible) {
      return undefined;
    }
    // A log that scrolls must be reachable without a mouse, whatever stands in it.
    element.tabIndex = 0;
    const follow = () => {
      if (atEnd.current) {
        element.scrollTop = element.scrollHeight;
      }
    };
    const note = () => {
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 60;
    };
    follow();
    const observer = new ResizeObserver(follow);
    observer.observe(inner.current);
    observer.observe(element);
    element.addEventListener("scroll", note, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", note);
    };
  }, [visible]);
  return { box, inner };
}

export function MessageList({ activities, typing, label, visible, context, empty }: Props) {
  const { box, inner } = useStickyEnd(visible);
  const shown = activities.filter(isShown);
  return (
    <div className="chat-log" role="log" aria-live="polite" aria-label={label} ref={box}>
      <div className="chat-log-inner" ref={inner}>
        {shown.length === 0 ? <p className="chat-empty">{empty}</p> : null}
        {shown.map((activity, place) => {
          const before = shown[place - 1];
          const newDay = before === undefined || dayOf(before) !== dayOf(activity);
          return (
            <div key={activity.id}>
              {newDay && dayOf(activity) !== "" ? <p className="chat-day">{dayOf(activity)}</p> : null}
              <Message activity={activity} leads={leads(activity, before, context)} context={context} />
            </div>
          );
        })}
        {typing === undefined ? null : (
          <p className="chat-typing">
            <span className="chat-dots" aria-hidden>
              <i />
              <i />
              <i />
            </span>
            {typing} is typing
          </p>
        )}
      </div>
    </div>
  );
}
