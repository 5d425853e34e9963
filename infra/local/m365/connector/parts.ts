import type { Faults } from "../faults.ts";
import type { SiteFolder } from "../site/site-folder.ts";
import type { CallLog } from "./call-log.ts";
import type { Chats } from "./chats.ts";
import type { TeamsWorld } from "./incoming.ts";
import type { Messenger } from "./messenger.ts";

export const connectorPath = "/connector/";

export interface ConnectorParts {
  readonly world: TeamsWorld;
  readonly chats: Chats;
  readonly folder: SiteFolder;
  readonly messenger: Messenger;
  readonly log: CallLog;
  readonly faults: Faults;
}
