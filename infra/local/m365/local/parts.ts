import type { CallLog } from "../connector/call-log.ts";
import type { Chats } from "../connector/chats.ts";
import type { Events } from "../connector/events.ts";
import type { Messenger } from "../connector/messenger.ts";
import type { Faults } from "../faults.ts";
import type { BridgeSettings } from "../login/nested-app-auth.ts";
import type { SiteFolder } from "../site/site-folder.ts";

export interface PageParts {
  readonly folder: SiteFolder;
  readonly chats: Chats;
  readonly events: Events;
  readonly messenger: Messenger;
  readonly log: CallLog;
  readonly faults: Faults;
  readonly bridge: BridgeSettings;
  /** What the page needs to know at its start. */
  readonly settings: () => Promise<object>;
}
