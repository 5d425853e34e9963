import type { Vault } from "../../src/anonymity/vault.ts";
import type { Clock, Log } from "../../src/base/ports.ts";
import type { Desk } from "../../src/questions/desk.ts";
import type { ContentSource } from "../content/content-source.ts";
import type { Mailbox } from "../mailbox.ts";
import type { ChatStore } from "./chat-store.ts";

/** What the chat side of the bot works with. */
export interface ChatParts {
  readonly desk: Desk;
  readonly content: ContentSource;
  readonly chats: ChatStore;
  readonly mailbox: Mailbox;
  readonly vault: Pick<Vault, "pseudonym" | "derivedId">;
  readonly clock: Clock;
  readonly log: Log;
  /** A fresh UUID, for what is written from a card. */
  readonly newId: () => string;
  readonly tab: { readonly botId: string; readonly tabBaseUrl: string };
}
