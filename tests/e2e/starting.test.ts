import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sampleIds } from "../../infra/local/m365/sample-ids.ts";
import { freePort } from "../support/free-port.ts";
import { localSettings } from "./support/parts.ts";
import { type Running, run, runScript } from "./support/processes.ts";
import { startProduct, stopWithCtrlC, temporaryFolder } from "./support/product.ts";

/** Whoever listens on a port of ours. */
async function occupy(): Promise<{ readonly port: number; readonly server: Server }> {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { port, server };
}

async function refused(started: Running): Promise<string> {
  const { code } = await started.ended;
  expect(code).toBe(1);
  return started.lines.join("\n");
}

describe("npm start", () => {
  test("is ready within 30 seconds, and one Ctrl-C ends all of it", async () => {
    const product = await startProduct();
    expect(Number(/Ready in ([\d.]+) s/.exec(product.npmStart.lines.join("\n"))?.[1])).toBeLessThan(30);
    expect(product.npmStart.lines.join("\n")).toContain(`Open   ${product.m365Url}/`);
    for (const address of [`${product.m365Url}/`, `${product.appUrl}/readyz`, `${product.appUrl}/tab/`]) {
      expect((await fetch(address)).status, address).toBe(200);
    }
    await stopWithCtrlC(product.npmStart);
    for (const address of [product.m365Url, product.appUrl]) {
      await expect(fetch(address), address).rejects.toThrow();
    }
  });

  test.for(["PORT", "M365_PORT"])("names the setting when %s is taken", async (setting) => {
    const { port, server } = await occupy();
    const ports = { PORT: String(await freePort()), M365_PORT: String(await freePort()) };
    const said = await refused(run("npm", ["start"], { ...ports, [setting]: String(port) }));
    server.close();
    expect(said).toMatch(new RegExp(`\\b${port}\\b`));
    expect(said).toMatch(new RegExp(`(^|[^_])\\b${setting}\\b`, "m"));
    expect(said).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test("refuses to be the production", async () => {
    const said = await refused(run("npm", ["start"], { NODE_ENV: "production" }));
    expect(said).toMatch(/NODE_ENV .*production/);
  });
});

describe("the app by itself", () => {
  let environment: Readonly<Record<string, string>>;
  beforeEach(async () => {
    const dataDir = join(temporaryFolder(), "data");
    environment = localSettings({ port: await freePort(), m365Url: "http://localhost:9", dataDir });
  });

  test("names every wrong setting at once", async () => {
    const said = await refused(
      runScript("bot/index.ts", {
        ...environment,
        BOT_ID: "no guid",
        SHAREPOINT_SITE: undefined,
        PORT: "web",
      }),
    );
    for (const setting of ["BOT_ID", "SHAREPOINT_SITE", "PORT"]) expect(said).toContain(setting);
  });

  test("refuses local mode in production, and beside real credentials", async () => {
    const inProduction = runScript("bot/index.ts", { ...environment, NODE_ENV: "production" });
    expect(await refused(inProduction)).toContain("NODE_ENV");
    const withPassword = runScript("bot/index.ts", { ...environment, BOT_PASSWORD: "a-real-secret" });
    const said = await refused(withPassword);
    expect(said).toContain("BOT_PASSWORD");
    expect(said).not.toContain("a-real-secret");
  });

  test("names PORT when it is taken", async () => {
    const { port, server } = await occupy();
    const said = await refused(runScript("bot/index.ts", { ...environment, PORT: String(port) }));
    server.close();
    expect(said).toMatch(/PORT/);
  });

  test("refuses a data folder that another process uses, in words", async () => {
    const first = runScript("bot/index.ts", environment);
    await first.line(/"event":"started"/);
    const second = runScript("bot/index.ts", { ...environment, PORT: String(await freePort()) });
    expect(await refused(second)).toMatch(/DATA_DIR|data folder/i);
    first.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);
  });
});

describe("the app under production settings", () => {
  let app: Running | undefined;
  afterEach(() => app?.kill("SIGKILL"));

  test("answers 401 to a caller without a token, and keeps nothing of what it said", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "data"));
    const port = await freePort();
    const {
      LOCAL_MODE: _,
      HOST_ORIGINS: __,
      ...settings
    } = localSettings({
      ...{ port, m365Url: "http://localhost:9", dataDir: join(folder, "data") },
    });
    app = runScript("bot/index.ts", { ...settings, BOT_PASSWORD: "not-a-real-password" });
    await app.line(/"event":"started"/);
    const secret = "Dit mag nergens in een logboek staan";
    const activity = {
      type: "message",
      id: "1700000000000",
      channelId: "msteams",
      serviceUrl: "http://localhost:9/connector/",
      from: { id: "29:someone", aadObjectId: "00000000-0000-4000-8000-000000000001" },
      recipient: { id: `28:${sampleIds.bot}` },
      conversation: { id: "a:1someone", conversationType: "personal" },
      text: secret,
    };
    const answers = [];
    for (const authorization of [undefined, "Bearer nonsense", "Bearer a.b.c"]) {
      const response = await fetch(`http://localhost:${port}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
        body: JSON.stringify(activity),
      });
      answers.push(response.status);
      expect(await response.text()).not.toContain(secret);
    }
    expect(answers).toEqual([401, 401, 401]);
    expect(app.lines.join("\n")).not.toMatch(/logboek|someone|4000-8000/);
  });
});
