import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { masterKeyFromFile } from "../src/anonymity/server/key-file.ts";
import { localVault } from "../src/anonymity/server/local-vault.ts";
import { Fault } from "../src/base/fault.ts";
import type { Clock, Log, Timer } from "../src/base/ports.ts";
import { afterDelivery, deliver } from "../src/questions/deliver.ts";
import { createDesk } from "../src/questions/desk.ts";
import { estimateLoad } from "../src/questions/estimated-load.ts";
import { startOutbox } from "../src/questions/outbox.ts";
import { openStore } from "../src/store/open-store.ts";
import { publicRoutes } from "./api/routes.ts";
import { securityHeaders } from "./api/security-headers.ts";
import { BotAdapter } from "./bot-adapter.ts";
import { belgianCalendar } from "./calendar.ts";
import { createChatBot } from "./chat/chat-bot.ts";
import { appGraph } from "./content/app-graph.ts";
import { appTokens } from "./content/app-token.ts";
import { createContentCache } from "./content/content-cache.ts";
import { networkDirectory } from "./content/network-directory.ts";
import { createCourier } from "./courier.ts";
import { createLog } from "./log.ts";
import { createHttpServer, listen } from "./server.ts";
import { readSettings, type Settings } from "./settings.ts";
import { createTeamsMailbox } from "./teams-mailbox.ts";

const root = join(import.meta.dirname, "..");
const clock: Clock = Date.now;
const timer: Timer = (fire, ms) => {
  const handle = setTimeout(fire, ms);
  return () => clearTimeout(handle);
};

/** How long an activity is remembered as handled; the connector repeats one within minutes. */
const rememberActivitiesMs = 86_400_000;
const hourMs = 3_600_000;
/** An editor who changes who may answer sees it work within this time. */
const contentMaxAgeMs = 30_000;

await main();

/** A start that fails says everything that is wrong in words, and exits with 1. */
async function main(): Promise<void> {
  const log = createLog(clock, (line) => process.stdout.write(`${line}\n`));
  try {
    await start(readSettings(process.env), log);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** The one place where the parts are chosen and joined. */
async function start(settings: Settings, log: Log): Promise<void> {
  const store = await openStore(settings, log);
  const vault = localVault(masterKeyFromFile(settings.keyFile));
  const content = contentFor(settings, log);
  const adapter = new BotAdapter({ ...settings.bot, tenantId: settings.tenantId });
  const chatParts = { content, chats: store.chats, vault, clock, log, newId: randomUUID };
  const mailbox = createTeamsMailbox({
    ...{ botId: settings.bot.id, tenantId: settings.tenantId, serviceUrl: settings.connectorUrl },
    token: tokensFor(settings, "https://api.botframework.com/.default"),
  });
  const courier = createCourier({ ...chatParts, mailbox });

  let wakeOutbox = () => log("info", "outbox-not-started");
  const parts = {
    ...{
      store: store.questions,
      vault,
      clock,
      directory: networkDirectory(content),
      calendar: belgianCalendar(),
    },
    load: estimateLoad(store.questions, clock),
    wakeOutbox: () => wakeOutbox(),
  };
  const desk = createDesk(parts);
  const tab = { botId: settings.bot.id, tabBaseUrl: settings.tab.baseUrl };
  const chatBot = createChatBot({ ...chatParts, mailbox, desk, tab });

  const server = createHttpServer({
    routes: publicRoutes({
      tabSettings: tabSettings(settings),
      pingStore: () => store.ping(),
      pingContent: () => content.current(),
    }),
    messages: { adapter, chatBot, log },
    tabFolder: join(root, "dist", "tab"),
    tabHeaders: securityHeaders(settings),
    version: ownVersion(),
    log,
  });
  await listen(server, settings.port, settings.localMode ? "127.0.0.1" : "0.0.0.0").catch(
    async (fault: unknown) => {
      await store.close();
      throw fault;
    },
  );

  const outbox = startOutbox({
    ...{ store: store.outbox, clock, timer, random: Math.random, log },
    deliver: (delivery) => deliver(parts, courier, delivery),
    afterDelivery: (delivery) => afterDelivery(parts, delivery),
  });
  wakeOutbox = () => outbox.wake();
  const keepHouse = () => {
    const forgotten = [
      store.chats.forgetHandledBefore(clock() - rememberActivitiesMs),
      store.questions.forgetAskers(),
    ];
    Promise.all(forgotten).catch((error: unknown) => log("warn", "housekeeping-failed", {}, error));
  };
  keepHouse();
  const housekeeping = setInterval(keepHouse, hourMs);

  log("info", "started", { port: settings.port, localMode: settings.localMode });
  stopOnSignal(log, async () => {
    clearInterval(housekeeping);
    server.close();
    await outbox.stop();
    await store.close();
  });
}

function contentFor(settings: Settings, log: Log) {
  const { graphBaseUrl, site, dataDir } = settings;
  const token = tokensFor(settings, "https://graph.microsoft.com/.default");
  return createContentCache({
    ...{ graph: appGraph(graphBaseUrl, token, clock), site, clock, log },
    file: join(dataDir, "content.json"),
    maxAgeMs: contentMaxAgeMs,
  });
}

function tokensFor({ loginBaseUrl, tenantId, bot }: Settings, scope: string): () => Promise<string> {
  // The stand-in knows this one application; its words are no secret.
  const credentials = { clientId: bot.id, clientSecret: bot.password ?? "local" };
  return appTokens({ loginBaseUrl, tenantId, ...credentials, scope }, clock);
}

function tabSettings({ graphBaseUrl, site, tenantId, bot, tab }: Settings) {
  const { clientId, hostOrigins } = tab;
  return { graphBaseUrl, site, tenantId, clientId, botId: bot.id, hostOrigins: [...hostOrigins] };
}

function ownVersion(): string {
  const file: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return z.object({ version: z.string() }).parse(file).version;
}

/** Ends what is under way, then the process; whatever hangs is ended after ten seconds. */
function stopOnSignal(log: Log, stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = async () => {
    if (stopping) return;
    stopping = true;
    log("info", "stopping");
    const stopped = stop().then(() => "stopped" as const);
    const outcome = await Promise.race([stopped, pause(10_000, "late" as const)]);
    log("info", outcome);
    process.exit(outcome === "stopped" ? 0 : 1);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      onSignal().catch((error: unknown) => {
        log("error", "stop-failed", {}, error);
        process.exit(1);
      });
    });
  }
}
