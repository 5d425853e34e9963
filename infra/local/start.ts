import { setTimeout as wait } from "node:timers/promises";
import { type Child, rootFolder, startChild } from "./child.ts";
import { listen, PortFault } from "./m365/http/server.ts";
import { sampleIds } from "./m365/sample-ids.ts";
import { endWithNpm } from "./npm-parent.ts";
import { BuildFault, buildStalePages } from "./pages.ts";
import { readyBlock } from "./ready-block.ts";
import { StartFault, type StartSettings, startSettings } from "./start-settings.ts";

const say = (line: string) => console.log(line);
const readyWithinMs = 60_000;

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => stopping.abort());
}
endWithNpm(() => stopping.abort());

/** Builds, starts both halves, and keeps them until a signal or until one of them ends. */
async function start(): Promise<void> {
  const begun = Date.now();
  const settings = startSettings(process.env);
  await refuseTakenPort(settings.port, "PORT");
  await refuseTakenPort(settings.m365Port, "M365_PORT");
  await buildStalePages(rootFolder, say, stopping.signal);
  if (stopping.signal.aborted) return;
  const children = startBoth(settings);
  try {
    await Promise.race([ready(settings), ended(children), stopped()]);
    if (!stopping.signal.aborted) {
      say(await readyBlock(m365Url(settings), Date.now() - begun));
      await Promise.race([ended(children), stopped()]);
    }
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
  say("Stopped.");
}

/** Said before anything is built or started, so that the reason stands alone on the screen. */
async function refuseTakenPort(port: number, setting: string): Promise<void> {
  const { server } = await listen(port, setting);
  await new Promise((resolve) => server.close(resolve));
}

const appUrl = ({ port }: StartSettings) => `http://localhost:${port}`;
const m365Url = ({ m365Port }: StartSettings) => `http://localhost:${m365Port}`;

function startBoth(settings: StartSettings): readonly Child[] {
  const { BOT_PASSWORD, ...environment } = process.env;
  if (BOT_PASSWORD !== undefined) {
    say("BOT_PASSWORD is left aside: nothing here talks to the real Microsoft 365.");
  }
  const ids = {
    BOT_ID: sampleIds.bot,
    BOT_TENANT_ID: sampleIds.tenant,
    TAB_CLIENT_ID: sampleIds.tabClient,
  };
  const m365 = startChild({
    name: "m365",
    script: "infra/local/m365/index.ts",
    cwd: rootFolder,
    environment: {
      ...environment,
      ...ids,
      M365_PORT: String(settings.m365Port),
      APP_BASE_URL: appUrl(settings),
    },
    say,
  });
  const app = startChild({
    name: "app",
    script: "bot/index.ts",
    cwd: rootFolder,
    environment: {
      ...environment,
      ...ids,
      LOCAL_MODE: "1",
      PORT: String(settings.port),
      GRAPH_BASE_URL: m365Url(settings),
      LOGIN_BASE_URL: m365Url(settings),
      CONNECTOR_URL: `${m365Url(settings)}/connector`,
      SHAREPOINT_SITE: sampleIds.site,
      TAB_BASE_URL: appUrl(settings),
      HOST_ORIGINS: m365Url(settings),
      DATA_DIR: settings.dataDir,
    },
    say,
  });
  return [m365, app];
}

async function ended(children: readonly Child[]): Promise<never> {
  await Promise.race(children.map((child) => child.whenEnded));
  const first = children.find((child) => child.ended() !== undefined);
  if (stopping.signal.aborted) return new Promise(() => undefined);
  throw new StartFault("child-ended", `${first?.name} ${first?.ended()}; its last lines above say why.`);
}

async function ready(settings: StartSettings): Promise<void> {
  const until = Date.now() + readyWithinMs;
  const waitingFor = new Set([`${m365Url(settings)}/local/settings`, `${appUrl(settings)}/readyz`]);
  while (waitingFor.size > 0) {
    for (const address of waitingFor) if (await answers(address)) waitingFor.delete(address);
    if (waitingFor.size > 0 && Date.now() > until) {
      throw new StartFault(
        "not-ready",
        `No answer within ${readyWithinMs / 1000} s from ${[...waitingFor].join(", ")}.`,
      );
    }
    await wait(100);
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

function stopped(): Promise<void> {
  const { signal } = stopping;
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

try {
  await start();
  process.exit(0);
} catch (error) {
  const isExplained =
    error instanceof StartFault || error instanceof PortFault || error instanceof BuildFault;
  console.error(isExplained ? error.message : error);
  process.exit(1);
}
