import { botLine } from "./connector/bot-line.ts";
import { callLog } from "./connector/call-log.ts";
import { sampleChats } from "./connector/chats.ts";
import { events } from "./connector/events.ts";
import { messageIds, teamsIds } from "./connector/ids.ts";
import { incomingActivities } from "./connector/incoming.ts";
import { messenger } from "./connector/messenger.ts";
import { connectorPath } from "./connector/parts.ts";
import { connectorService } from "./connector/service.ts";
import { orderedFaults } from "./faults.ts";
import { graphService, isGraphPath } from "./graph/service.ts";
import type { Handle } from "./http/call.ts";
import { pageFile } from "./local/page.ts";
import { pageApi } from "./local/service.ts";
import type { AppOnScreen } from "./local/tabs.ts";
import { codes } from "./login/authorize.ts";
import { tokenIssuer } from "./login/issuer.ts";
import type { SigningKey } from "./login/keys.ts";
import { isLoginPath, loginService } from "./login/service.ts";
import { type SiteFolder, siteFolder } from "./site/site-folder.ts";

/** All that the services stand on, defaults filled in. */
export interface Ground {
  readonly url: string;
  readonly appBaseUrl: string;
  readonly siteDir: string;
  readonly pageDir: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly botPassword: string;
  readonly clientId: string;
  readonly key: SigningKey;
  readonly app: AppOnScreen;
  readonly retryAfterMs: number;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

export interface Services {
  readonly handle: Handle;
  stop(): Promise<void>;
  /** Ends the open event streams and what is on its way to the bot. */
  hangUp(): void;
}

export function servicesOn(ground: Ground): Services {
  const { url, tenantId, clientId, now } = ground;
  const folder = siteFolder(ground.siteDir);
  const faults = orderedFaults();
  const issuer = tokenIssuer(ground.key, { baseUrl: url, tenantId, now });
  const teams = teamsOn(ground, folder);
  const graph = graphService(folder, issuer, faults);
  const login = loginService(
    { tenantId, clientId, baseUrl: url, issuer, folder, codes: codes(now), clients: clientsOf(ground) },
    faults,
  );
  const connector = connectorService({ ...teams, folder, faults });
  const page = pageApi({
    ...teams,
    folder,
    faults,
    bridge: { issuer, tenantId, clientId, baseUrl: url },
    settings: () => pageSettings(ground, folder),
  });
  const handle: Handle = async (call) => {
    if (isGraphPath(call.path)) return graph(call);
    if (isLoginPath(call.path)) return login(call);
    if (call.path.startsWith(connectorPath)) return connector(call);
    if (!call.path.startsWith("/local/")) return pageFile(call, ground.pageDir);
    return (await page(call)) ?? { status: 404, body: { error: "Unknown address." } };
  };
  return { handle, hangUp: teams.hangUp, stop: () => teams.messenger.settled() };
}

/** Chats, and the line between people and the bot. */
function teamsOn(ground: Ground, folder: SiteFolder) {
  const { appBaseUrl, tenantId, now, onError, retryAfterMs } = ground;
  const { botName } = ground.app;
  const ids = teamsIds(ground.botId, tenantId);
  const serviceUrl = `${ground.url}${connectorPath}`;
  const world = { ids, botName, tenantId, serviceUrl, now, nextMessageId: messageIds(now) };
  const chats = sampleChats(folder, ids, botName);
  const log = callLog(now);
  const streams = events();
  const closing = new AbortController();
  const line = botLine({
    endpoint: `${appBaseUrl}/api/messages`,
    log,
    fetch,
    retryAfterMs,
    closing: closing.signal,
  });
  const incoming = incomingActivities(world);
  return {
    world,
    chats,
    log,
    events: streams,
    hangUp: () => {
      streams.close();
      closing.abort();
    },
    messenger: messenger({ chats, events: streams, line, incoming, onError }),
  };
}

/** The app's own registration, and the name that it uses in local mode, where it holds no password. */
function clientsOf({ botId, botPassword }: Ground): ReadonlyMap<string, string> {
  return new Map([
    [botId, botPassword],
    ["local-bot", "local"],
  ]);
}

async function pageSettings(
  { tenantId, botId, app, appBaseUrl }: Ground,
  folder: SiteFolder,
): Promise<object> {
  const { displayName } = await folder.site();
  return { tenantId, botId, siteName: displayName, tabUrl: `${appBaseUrl}/tab/`, ...app };
}
