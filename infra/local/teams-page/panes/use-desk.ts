import { useMemo, useRef } from "react";
import { askNestedAppAuth } from "../api.ts";
import type { AppTab, Person, Settings } from "../api-schema.ts";
import { type Guest, tell } from "../host/bridge.ts";
import { parseDeepLink } from "../host/deep-link.ts";
import { signInFailed } from "../host/nested-app-auth.ts";
import type { FrameDesk } from "../host/use-guest.ts";
import type { useDialog } from "./use-dialog.ts";
import type { Notice } from "./use-notice.ts";

interface Around {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly settings: Settings;
  readonly dialog: ReturnType<typeof useDialog>;
  readonly goTo: (app: string, page: string) => void;
  readonly notify: (notice: Notice) => void;
  readonly focusRail: () => void;
}

/** Frames of one pane, so that a dialog and the tab that opened it can write to each other. */
export function useGuests() {
  return useMemo(() => {
    const tabs = new Map<string, Guest>();
    let dialog: Guest | undefined;
    const keepers = new Map<string, (guest: Guest) => () => void>();
    const keepTab = (entityId: string) => {
      const known = keepers.get(entityId);
      const keeper =
        known ??
        ((guest: Guest) => {
          tabs.set(entityId, guest);
          return () => void (tabs.get(entityId) === guest && tabs.delete(entityId));
        });
      keepers.set(entityId, keeper);
      return keeper;
    };
    const keepDialog = (guest: Guest) => {
      dialog = guest;
      return () => {
        dialog = dialog === guest ? undefined : dialog;
      };
    };
    return { keepTab, keepDialog, tab: (id: string) => tabs.get(id), dialog: () => dialog };
  }, []);
}

export type Guests = ReturnType<typeof useGuests>;

function openChat(around: Around, members: readonly string[]): void {
  const { settings, people, goTo, notify } = around;
  if (members.some((member) => member.endsWith(settings.botId))) {
    goTo("chat", "");
    return;
  }
  const names = members.map(
    (member) => people.find((person) => [person.account, person.id].includes(member))?.name ?? member,
  );
  notify({ text: `Teams would now open a chat with ${names.join(", ")}.` });
}

function follow(around: Around, raw: string): boolean {
  const link = parseDeepLink(raw);
  switch (link?.kind) {
    case undefined:
      return false;
    case "chat":
      openChat(around, link.users);
      return true;
    case "outside":
      window.open(link.url, "_blank", "noopener");
      return true;
    case "page":
      return navigate(around, link.entityId, link.page);
  }
}

function navigate(around: Around, entityId: string | undefined, page: string): boolean {
  const tabs = around.settings.tabs;
  const tab = entityId === undefined ? tabs[0] : tabs.find((one) => one.entityId === entityId);
  if (tab === undefined) {
    return false;
  }
  around.goTo(tab.entityId, page);
  return true;
}

function shareLink(around: Around, entityId: string, page: string, label: string): void {
  const query = new URLSearchParams({ layout: "one", left: around.me.id, app: entityId, page });
  const link = `${window.location.origin}/?${query.toString()}`;
  around.notify({ text: `Link to ${label === "" ? "this page" : label}:`, link });
}

/** Answers what the page in a frame asks, for one tab of one person. */
export function useDesk(around: Around, guests: Guests): (tab: AppTab, contentUrl: string) => FrameDesk {
  const latest = useRef(around);
  latest.current = around;
  return (tab, contentUrl) => ({
    config: () => ({ entityId: tab.entityId, contentUrl, suggestedDisplayName: tab.name }),
    nestedAppAuth: (request) =>
      askNestedAppAuth(latest.current.me.id, request).catch((cause: unknown) => signInFailed(request, cause)),
    follow: (link) => follow(latest.current, link),
    navigate: (entityId, page) => navigate(latest.current, entityId, page),
    openChat: (members) => openChat(latest.current, members),
    shareLink: (page, label) => shareLink(latest.current, tab.entityId, page, label),
    openDialog: (task) => latest.current.dialog.openFromTab(guests.tab(tab.entityId), task),
    completeDialog: (result) => void latest.current.dialog.complete(result),
    resizeDialog: (task) => latest.current.dialog.resize(task),
    messageDialog: (to, message) => {
      const opener = latest.current.dialog.dialog?.opener;
      const parent = opener?.kind === "tab" ? opener.guest : undefined;
      const guest = to === "child" ? guests.dialog() : parent;
      if (guest !== undefined) {
        tell(guest, to === "child" ? "messageForChild" : "messageForParent", [message]);
      }
    },
    copy: (text) => navigator.clipboard.writeText(text),
    returnFocus: () => latest.current.focusRail(),
  });
}
