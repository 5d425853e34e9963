import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { sampleIds } from "../../infra/local/m365/sample-ids.ts";
import { startM365 } from "../../infra/local/m365/start-m365.ts";
import { freePort } from "../support/free-port.ts";
import { type Sent, startFakeConnector } from "./fake-connector.ts";
import { type MeasuredProcess, startMeasured } from "./measured-process.ts";

const concurrency = 16;
const turnsARound = 600;
const rounds = 5;
/** Until both are compiled as far as they will be: a server runs for weeks. */
const warmUpTurns = 800;
const mostRatio = 2.5;

/**
 * CPU of a turn that accepts a question (parse, one transaction, receipt,
 * notice to one member: two sends) against a bare botbuilder turn with two
 * sends, both in processes of their own, in turns, against the same connector.
 */
export async function benchAcceptQuestion(databaseUrl: string | undefined): Promise<void> {
  const connector = await startFakeConnector();
  const m365 = await startM365({ port: 0, appBaseUrl: "http://127.0.0.1:9" });
  const [echoPort, appPort] = [await freePort(), await freePort()];
  const echo = await startMeasured(
    ["tests/bench/echo-bot.ts", String(echoPort)],
    {},
    `http://127.0.0.1:${echoPort}/`,
  );
  const app = await startMeasured(
    ["bot/index.ts"],
    environment(appPort, m365.url, connector.url, databaseUrl),
    `http://127.0.0.1:${appPort}/readyz`,
  );
  try {
    await echoRound(echo, echoPort, connector, warmUpTurns);
    await acceptRound(app, appPort, connector, warmUpTurns);
    const results: { floor: number; ours: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const floor = await echoRound(echo, echoPort, connector, turnsARound);
      const ours = await acceptRound(app, appPort, connector, turnsARound);
      results.push({ floor, ours });
      const stored = warmUpTurns + (round + 1) * turnsARound;
      console.log(
        `  ${stored} questions stored: floor ${floor.toFixed(2)} ms, ours ${ours.toFixed(2)} ms a turn, ratio ${(ours / floor).toFixed(2)}`,
      );
    }
    const total = (of: "floor" | "ours") => results.reduce((sum, result) => sum + result[of], 0);
    const ratio = total("ours") / total("floor");
    console.log(
      `  ratio over all rounds ${ratio.toFixed(2)} (at most ${mostRatio}); resident: echo ${echo.residentMb().toFixed(0)} MB, ours ${app.residentMb().toFixed(0)} MB`,
    );
    if (!(ratio <= mostRatio)) process.exitCode = 1;
  } finally {
    await Promise.all([echo.stop(), app.stop()]);
    await m365.stop();
    await connector.stop();
  }
}

function environment(port: number, m365: string, connectorUrl: string, databaseUrl: string | undefined) {
  return {
    ...{ LOCAL_MODE: "1", PORT: String(port), DATA_DIR: mkdtempSync(join(tmpdir(), "bench-")) },
    ...{
      GRAPH_BASE_URL: m365,
      LOGIN_BASE_URL: m365,
      SHAREPOINT_SITE: sampleIds.site,
      CONNECTOR_URL: connectorUrl,
    },
    ...{ BOT_ID: sampleIds.bot, BOT_TENANT_ID: sampleIds.tenant, TAB_CLIENT_ID: sampleIds.tabClient },
    ...{ TAB_BASE_URL: `http://localhost:${port}`, DATABASE_URL: databaseUrl ?? "" },
  };
}

type Connector = Awaited<ReturnType<typeof startFakeConnector>>;

/** CPU in milliseconds per turn. */
async function echoRound(
  process: MeasuredProcess,
  port: number,
  connector: Connector,
  turns: number,
): Promise<number> {
  connector.reset();
  const before = process.cpuMs();
  await inParallel(turns, (n) =>
    post(port, { ...activity(connector, `echo-${n}`), type: "message", text: "hallo" }),
  );
  await until(() => connector.sends.total === turns * 2);
  return (process.cpuMs() - before) / turns;
}

/** Makes the drafts first, unmeasured; then measures pressing Send on each, until every member's card is out. */
async function acceptRound(
  process: MeasuredProcess,
  port: number,
  connector: Connector,
  turns: number,
): Promise<number> {
  const batch = randomUUID();
  connector.reset();
  await inParallel(turns, (n) =>
    post(port, {
      ...activity(connector, `${batch}-${n}`),
      type: "message",
      text: `Mag ik pralines aannemen? (${n})`,
    }),
  );
  const drafts = Array.from({ length: turns }, (_, n) =>
    sendAction(connector.sends.byConversation.get(`chat-${batch}-${n}`)),
  );
  connector.reset();
  const before = process.cpuMs();
  await inParallel(turns, async (n) => {
    const draft = drafts[n];
    const action = {
      type: "Action.Execute",
      verb: "send",
      data: {
        ...draft,
        topic: "geschenken",
        mode: "confidential",
        text: "Mag ik pralines aannemen van iemand die ik hielp?",
      },
    };
    const invoke = {
      type: "invoke",
      name: "adaptiveCard/action",
      replyToId: "1",
      value: { action, trigger: "manual" },
    };
    const answer = await post(port, { ...activity(connector, `${batch}-${n}`), ...invoke });
    if (!JSON.stringify(answer).includes("AdaptiveCard")) throw new Error("A question was not accepted.");
  });
  await until(() => connector.sends.total === turns * 2);
  return (process.cpuMs() - before) / turns;
}

function activity(connector: Connector, name: string) {
  return {
    ...{ id: randomUUID(), channelId: "msteams", serviceUrl: connector.url, locale: "nl-BE" },
    from: { id: `29:${name}`, name: "Asker", aadObjectId: randomUUID() },
    recipient: { id: `28:${sampleIds.bot}`, name: "Integriteitskompas" },
    conversation: { id: `chat-${name}`, conversationType: "personal", tenantId: sampleIds.tenant },
    channelData: { tenant: { id: sampleIds.tenant } },
  };
}

const actionSchema = z.looseObject({
  verb: z.literal("send"),
  data: z.looseObject({ questionId: z.string() }),
});

/** The data of the Send button, wherever it stands in the card. */
function sendAction(sent: readonly Sent[] | undefined): Record<string, unknown> {
  const found = find(sent?.at(-1)?.attachments?.[0]?.content);
  if (!found) throw new Error("The bot sent no card with Send.");
  return found;
}

function find(node: unknown): Record<string, unknown> | undefined {
  const action = actionSchema.safeParse(node);
  if (action.success) return action.data.data;
  if (typeof node !== "object" || node === null) return undefined;
  for (const child of Object.values(node)) {
    const found = find(child);
    if (found) return found;
  }
  return undefined;
}

async function post(port: number, body: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The bot answered ${answer.status}.`);
  const text = await answer.text();
  return text === "" ? undefined : JSON.parse(text);
}

async function inParallel(count: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

async function until(done: () => boolean): Promise<void> {
  for (let waited = 0; !done(); waited += 5) {
    if (waited > 60_000) throw new Error("What was sent did not arrive within a minute.");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
