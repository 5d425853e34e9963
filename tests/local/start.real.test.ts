import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { freePort } from "../support/free-port.ts";
import { npmStarted, type Started, started } from "./started.ts";

let dataDir: string;
let running: Started | undefined;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "start-"));
});
afterEach(async () => {
  running?.process.kill("SIGTERM");
  await running?.ended();
  running = undefined;
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const direct = (settings: Record<string, string>) => started("infra/local/start.ts", settings);

async function npmStart(settings: Record<string, string> = {}, start = direct) {
  const ports = { PORT: await freePort(), M365_PORT: await freePort() };
  const run = start({
    PORT: String(ports.PORT),
    M365_PORT: String(ports.M365_PORT),
    DATA_DIR: dataDir,
    ...settings,
  });
  running = run;
  return { run, app: `http://localhost:${ports.PORT}`, m365: `http://localhost:${ports.M365_PORT}` };
}

/** Holds a port while the work runs. */
async function holding(port: number, work: () => Promise<void>): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await work();
  await new Promise((resolve) => server.close(resolve));
}

const answers = (address: string) => fetch(address).then(({ status }) => status);
const bothGone = ({ app, m365 }: { app: string; m365: string }) =>
  vi.waitFor(
    async () => {
      await expect(answers(`${app}/healthz`)).rejects.toThrow();
      await expect(answers(`${m365}/local/settings`)).rejects.toThrow();
    },
    { timeout: 12_000, interval: 100 },
  );

test("npm start says what to open once both halves answer, and SIGTERM ends all of it", async () => {
  const { run, app, m365 } = await npmStart();
  await run.saying(/Stop {3}Ctrl-C/);
  expect(run.output()).toContain(`Open   ${m365}/`);
  expect(run.output()).toContain("Lien Peeters, who asks, beside Fatima El Amrani");
  expect(await answers(`${app}/readyz`)).toBe(200);
  expect(await answers(`${m365}/`)).toBe(200);
  const settings = z
    .looseObject({ graphBaseUrl: z.string() })
    .parse(await (await fetch(`${app}/api/settings`)).json());
  expect(settings.graphBaseUrl).toBe(m365);
  run.process.kill("SIGTERM");
  expect(await run.ended()).toBe(0);
  expect(run.output()).toContain("Stopped.");
  await bothGone({ app, m365 });
});

test("when npm start itself is killed, neither half outlives it", async () => {
  const { run, ...addresses } = await npmStart();
  await run.saying(/Stop {3}Ctrl-C/);
  run.process.kill("SIGKILL");
  expect(await run.ended()).toBe("SIGKILL");
  await bothGone(addresses);
});

test("a SIGTERM to npm alone, and a Ctrl-C to the whole group, end all of it", async () => {
  for (const end of [
    (pid: number) => process.kill(pid, "SIGTERM"),
    (pid: number) => process.kill(-pid, "SIGINT"),
  ]) {
    const { run, ...addresses } = await npmStart({}, npmStarted);
    await run.saying(/Stop {3}Ctrl-C/);
    end(run.process.pid ?? 0);
    await run.ended();
    await bothGone(addresses);
  }
});

test("when one half cannot run, npm start names it, ends the other and exits 1", async () => {
  const { run, ...addresses } = await npmStart({ DATABASE_URL: "nonsense" });
  expect(await run.ended()).toBe(1);
  expect(run.output()).toMatch(/app {2}\| .*[\s\S]*DATABASE_URL/);
  expect(run.output()).toContain("app ended with exit code 1");
  await bothGone(addresses);
});

test.each(["PORT", "M365_PORT"])(
  "a taken %s is named in one sentence, and nothing is started",
  async (setting) => {
    const port = await freePort();
    await holding(port, async () => {
      const { run } = await npmStart({ [setting]: String(port) });
      expect(await run.ended()).toBe(1);
      expect(run.output().trim()).toBe(
        `Port ${port} is in use by another program. Set ${setting} to a free port, for example ${setting}=${port + 10}.`,
      );
    });
  },
);

test("npm start names all wrong settings at once", async () => {
  const { run } = await npmStart({ PORT: "web", M365_PORT: "0" });
  expect(await run.ended()).toBe(1);
  expect(run.output()).toMatch(/PORT is no port number\n.*M365_PORT is no port number/);
});

test.each(["infra/local/start.ts", "infra/local/m365/index.ts"])("%s refuses production", async (script) => {
  const run = started(script, { NODE_ENV: "production" });
  expect(await run.ended()).toBe(1);
  expect(run.output()).toContain("NODE_ENV is production");
});

test("the stand-in alone names M365_PORT when its port is taken", async () => {
  const port = await freePort();
  await holding(port, async () => {
    const run = started("infra/local/m365/index.ts", { M365_PORT: String(port) });
    expect(await run.ended()).toBe(1);
    expect(run.output()).toContain(`Set M365_PORT to a free port`);
  });
});

test("the stand-in alone starts beside an app that is not there yet", async () => {
  const port = await freePort();
  const run = started("infra/local/m365/index.ts", { M365_PORT: String(port) });
  running = run;
  await run.saying(/ready on/);
  expect(await answers(`http://localhost:${port}/local/people`)).toBe(200);
  run.process.kill("SIGINT");
  expect(await run.ended()).toBe(0);
});
