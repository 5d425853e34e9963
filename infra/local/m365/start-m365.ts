import type { Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
import { attach, listen } from "./http/server.ts";
import { pageFile } from "./local/page.ts";
import { pageApi } from "./local/service.ts";
import { appOnScreen } from "./local/tabs.ts";
import { codes } from "./login/authorize.ts";
import { tokenIssuer } from "./login/issuer.ts";
import { signingKey } from "./login/keys.ts";
import { isLoginPath, loginService } from "./login/service.ts";
import { sampleIds } from "./sample-ids.ts";
import { siteFolder } from "./site/site-folder.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export interface M365Options {
  /** 0 takes a free port. */
  readonly port: number;
  readonly appBaseUrl: string;
  readonly siteDir?: string | undefined;
  readonly pageDir?: string;
  readonly manifestFile?: string;
  readonly tenantId?: string;
  readonly botId?: string;
  readonly botPassword?: string;
  readonly clientId?: string;
  /** Keeps the signing key over a restart; absent: a new key each time. */
  readonly keyFile?: string;
  /** How long after a failed delivery the connector tries again. */
  readonly retryAfterMs?: number;
  readonly now?: () => number;
  readonly onError?: (error: unknown) => void;
}

export interface RunningM365 {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the stand-in for Microsoft 365 on loopback: Graph, sign-in, Bot Connector and the local Teams page. */
export async function startM365(options: M365Options): Promise<RunningM365> {
  const key = await signingKey(options.keyFile);
  const app = await appOnScreen(options.manifestFile ?? join(root, "appPackage/manifest.json"));
  const { server, port } = await listen(options.port, "M365_PORT");
  const url = `http://localhost:${port}`;
  const services = servicesFor({ options, key, app, url });
  attach(server, services.handle, services.onError);
  return { url, port, stop: () => stop(server, services) };
}

interface Wiring {
  readonly options: M365Options;
  readonly key: Awaited<ReturnType<typeof signingKey>>;
  readonly app: Awaited<ReturnType<typeof appOnScreen>>;
  readonly url: string;
}

function servicesFor({ options, key, app, url }: Wiring) {
  const now = options.now ?? Date.now;
  const tenantId = options.tenantId ?? sampleIds.tenant;
  const botId = options.botId ?? sampleIds.bot;
  const clientId = options.clientId ?? sampleIds.tabClient;
  const onError = options.onError ?? ((error: unknown) => console.error(error));
  const folder = siteFolder(options.siteDir ?? join(root, "infra/local/site"));
  const faults = orderedFaults();
  const log = callLog(now);
  const issuer = tokenIssuer(key, { baseUrl: url, tenantId, now });
  const ids = teamsIds(botId, tenantId);
  const world = {
    ids,
    botName: app.botName,
    tenantId,
    serviceUrl: `${url}${connectorPath}`,
    now,
    nextMessageId: messageIds(now),
  };
  const chats = sampleChats(folder, ids, app.botName);
  const streams = events();
  const line = botLine({
    endpoint: `${options.appBaseUrl}/api/messages`,
    log,
    fetch,
    retryAfterMs: options.retryAfterMs ?? 1000,
  });
  const messages = messenger({ chats, events: streams, line, incoming: incomingActivities(world), onError });
  const clients = new Map([
    [botId, options.botPassword ?? "local"],
    ["local-bot", "local"],
  ]);
  const graph = graphService(folder, issuer, faults);
  const login = loginService(
    { tenantId, clientId, baseUrl: url, issuer, folder, clients, codes: codes(now) },
    faults,
  );
  const connector = connectorService({ world, chats, folder, messenger: messages, log, faults });
  const settings = async () => ({
    tenantId,
    botId,
    botName: app.botName,
    tabUrl: `${options.appBaseUrl}/tab/`,
    siteName: (await folder.site()).displayName,
    tabs: app.tabs,
  });
  const bridge = { issuer, tenantId, clientId, baseUrl: url };
  const page = pageApi({
    folder,
    chats,
    events: streams,
    messenger: messages,
    log,
    faults,
    bridge,
    settings,
  });
  const pageDir = options.pageDir ?? join(root, "dist/teams-page");
  const handle: Handle = async (call) => {
    if (isGraphPath(call.path)) return graph(call);
    if (call.path.startsWith(connectorPath)) return connector(call);
    if (call.path.startsWith("/local/"))
      return (await page(call)) ?? { status: 404, body: { error: "Unknown address." } };
    if (isLoginPath(call.path)) return login(call);
    return pageFile(call, pageDir);
  };
  return { handle, onError, streams, messages };
}

async function stop(server: Server, { streams, messages }: ReturnType<typeof servicesFor>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  streams.close();
  server.closeAllConnections();
  await closed;
  await messages.settled();
}
