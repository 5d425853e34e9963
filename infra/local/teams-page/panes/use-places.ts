import { useMemo, useRef } from "react";
import type { AppTab } from "../api-schema.ts";
import type { PaneChoices } from "../view/choices.ts";

/**
 * Moves a pane between its chats and tabs. It remembers the page of each tab, so that coming back finds the
 * frame as it was left.
 */
export function usePlaces(
  tab: AppTab | undefined,
  page: string,
  onChange: (change: Partial<PaneChoices>) => void,
) {
  const pages = useRef(new Map<string, string>());
  const lastTab = useRef("tab");
  const change = useRef(onChange);
  change.current = onChange;
  if (tab !== undefined) {
    pages.current.set(tab.entityId, page);
    lastTab.current = tab.entityId;
  }
  return useMemo(() => {
    const pick = (app: string) => change.current({ app, page: pages.current.get(app) ?? "" });
    return {
      pick,
      pickOnRail: (place: "chat" | "app") => pick(place === "chat" ? "chat" : lastTab.current),
      goTo: (app: string, wanted: string) => change.current({ app, page: wanted }),
    };
  }, []);
}
