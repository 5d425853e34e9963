import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { attach, listen } from "./http/server.ts";
import { appOnScreen } from "./local/tabs.ts";
import { signingKey } from "./login/keys.ts";
import { sampleIds } from "./sample-ids.ts";
import { servicesOn } from "./services.ts";

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
  const { keyFile, siteDir, pageDir, manifestFile } = options;
  const key = await signingKey(keyFile);
  const app = await appOnScreen(manifestFile ?? join(root, "appPackage/manifest.json"));
  const { server, port } = await listen(options.port, "M365_PORT");
  const url = `http://localhost:${port}`;
  const onError = options.onError ?? ((error: unknown) => console.error(error));
  const services = servicesOn({
    url,
    key,
    app,
    onError,
    appBaseUrl: options.appBaseUrl,
    siteDir: siteDir ?? join(root, "infra/local/site"),
    pageDir: pageDir ?? join(root, "dist/teams-page"),
    tenantId: options.tenantId ?? sampleIds.tenant,
    botId: options.botId ?? sampleIds.bot,
    botPassword: options.botPassword ?? "local",
    clientId: options.clientId ?? sampleIds.tabClient,
    retryAfterMs: options.retryAfterMs ?? 1000,
    now: options.now ?? Date.now,
  });
  attach(server, services.handle, onError);
  return {
    url,
    port,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      services.hangUp();
      server.closeAllConnections();
      await closed;
      await services.stop();
    },
  };
}
