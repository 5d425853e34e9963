import type { AppTab, Chat } from "../api-schema.ts";

const kindOf: Readonly<Record<string, Chat["kind"]>> = {
  chat: "personal",
  group: "groupChat",
  channel: "channel",
};

const nameOf: Readonly<Record<Chat["kind"], string>> = {
  personal: "chat",
  groupChat: "group",
  channel: "channel",
};

export type Where =
  | { readonly kind: "chat"; readonly chat: Chat["kind"] }
  | { readonly kind: "tab"; readonly tab: AppTab };

/** What `app=` in the address points at; a name that fits nothing is the chat with the bot. */
export function whereFrom(app: string, tabs: readonly AppTab[]): Where {
  const chat = kindOf[app];
  const tab = app === "tab" ? tabs[0] : tabs.find((one) => one.entityId === app);
  if (chat === undefined && tab !== undefined) {
    return { kind: "tab", tab };
  }
  return { kind: "chat", chat: chat ?? "personal" };
}

export function appOf(kind: Chat["kind"]): string {
  return nameOf[kind];
}
