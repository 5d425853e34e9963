import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { sampleIds } from "../../../infra/local/m365/sample-ids.ts";
import { freePort } from "../../support/free-port.ts";
import { LocalApi } from "./local-api.ts";
import { type Running, runScript } from "./processes.ts";
import { temporaryFolder } from "./product.ts";
import { tellingLines, textsIn } from "./quiet-log.ts";

/** The stand-in and the app as two processes that a test starts, kills and starts again. */
export interface Parts {
  readonly appUrl: string;
  readonly api: LocalApi;
  readonly dataDir: string;
  /** What the app is started with. */
  readonly environment: Readonly<Record<string, string>>;
  startApp(own?: Readonly<Record<string, string>>): Promise<Running>;
  /** Ends all that was started; asserts that no line of the app told who or what, `said` elsewhere included. */
  stop(said?: readonly string[]): Promise<void>;
}

export async function startParts(): Promise<Parts> {
  const [port, m365Port] = [await freePort(), await freePort()];
  const appUrl = `http://localhost:${port}`;
  const api = new LocalApi(`http://localhost:${m365Port}`);
  const folder = temporaryFolder();
  const dataDir = join(folder, "data");
  const environment = localSettings({ port, m365Url: api.url, dataDir });
  const m365 = runScript("infra/local/m365/index.ts", {
    M365_PORT: String(m365Port),
    APP_BASE_URL: appUrl,
  });
  await m365.line(/ready on/);
  const apps: Running[] = [];
  return {
    ...{ appUrl, api, dataDir, environment },
    startApp: async (own = {}) => {
      const app = runScript("bot/index.ts", { ...environment, ...own });
      apps.push(app);
      await app.line(/"event":"started"/);
      return app;
    },
    stop: async (said = []) => {
      const texts = [...said, ...textsIn(await api.log())];
      for (const part of [...apps, m365].filter((one) => one.isAlive())) part.kill("SIGTERM");
      await Promise.all([...apps, m365].map(({ ended }) => ended));
      rmSync(folder, { recursive: true });
      const told = apps.flatMap(({ lines }) => tellingLines(lines, texts));
      expect(told).toEqual([]);
    },
  };
}

interface Place {
  readonly port: number;
  readonly m365Url: string;
  readonly dataDir: string;
}

/** What `npm start` tells the app. */
export function localSettings({ port, m365Url, dataDir }: Place): Readonly<Record<string, string>> {
  return {
    LOCAL_MODE: "1",
    PORT: String(port),
    DATA_DIR: dataDir,
    GRAPH_BASE_URL: m365Url,
    LOGIN_BASE_URL: m365Url,
    CONNECTOR_URL: `${m365Url}/connector`,
    SHAREPOINT_SITE: sampleIds.site,
    BOT_ID: sampleIds.bot,
    BOT_TENANT_ID: sampleIds.tenant,
    TAB_CLIENT_ID: sampleIds.tabClient,
    TAB_BASE_URL: `http://localhost:${port}`,
    HOST_ORIGINS: m365Url,
  };
}
