import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { z } from "zod";
import { securityHeaders } from "../../bot/api/security-headers.ts";
import { readSettings } from "../../bot/settings.ts";
import { sampleIds } from "../../infra/local/m365/sample-ids.ts";
import { type RunningM365, startM365 } from "../../infra/local/m365/start-m365.ts";
import { launchChromium } from "../support/chromium.ts";
import { hostPage } from "./host-page.ts";

const root = new URL("../../", import.meta.url).pathname;
const built = join(root, "dist/tab");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** How one opens the tab. */
export interface Opening {
  readonly hash?: string;
  readonly theme?: string;
  readonly locale?: string;
  readonly width?: number;
  readonly height?: number;
  readonly person?: string;
  readonly entityId?: string;
  readonly subEntityId?: string;
}

export interface OpenTab {
  readonly page: Page;
  readonly tab: FrameLocator;
  /** Console errors and broken policies, which no opening may have. */
  readonly complaints: readonly string[];
  asked(func: string): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export interface TabUnderTest {
  readonly browser: Browser;
  readonly m365: RunningM365;
  readonly origin: string;
  open(opening?: Opening): Promise<OpenTab>;
  /** The tab again in the same browser profile, where it may find what it kept. */
  openAgain(from: OpenTab, opening?: Opening): Promise<OpenTab>;
  fault(order: object): Promise<void>;
  stop(): Promise<void>;
}

function settingsFor(port: number, m365: string) {
  return readSettings({
    LOCAL_MODE: "1",
    PORT: String(port),
    GRAPH_BASE_URL: m365,
    LOGIN_BASE_URL: m365,
    SHAREPOINT_SITE: sampleIds.site,
    BOT_TENANT_ID: sampleIds.tenant,
    BOT_ID: sampleIds.bot,
    TAB_CLIENT_ID: sampleIds.tabClient,
    TAB_BASE_URL: `http://localhost:${port}`,
    HOST_ORIGINS: `http://localhost:${port}`,
  });
}

function publicSettings(m365: string, origin: string): string {
  return JSON.stringify({
    graphBaseUrl: m365,
    site: sampleIds.site,
    clientId: sampleIds.tabClient,
    tenantId: sampleIds.tenant,
    botId: sampleIds.bot,
    hostOrigins: [origin],
  });
}

/** The built tab under the very headers that the server sends. */
async function serveFile(path: string, headers: Readonly<Record<string, string>>, response: ServerResponse) {
  const file = join(built, normalize(path === "/tab/" ? "index.html" : path.slice("/tab/".length)));
  if (!file.startsWith(built) || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { ...headers, "content-type": types[extname(file)] ?? "application/octet-stream" });
  response.end(await readFile(file));
}

function serve(server: Server, m365: () => string): void {
  server.on("request", (request, response) => {
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const url = new URL(request.url ?? "/", origin);
    if (url.pathname === "/api/settings") response.end(publicSettings(m365(), origin));
    else if (url.pathname === "/host") {
      const query = url.searchParams;
      const get = (name: string, otherwise: string) => query.get(name) ?? otherwise;
      const theme = get("theme", "default");
      const locale = get("locale", "nl-be");
      const tabAddress = `${origin}/tab/?theme=${theme}&locale=${locale}${get("hash", "")}`;
      const options = { tabAddress, theme, locale };
      response.setHeader("content-type", "text/html");
      response.end(
        hostPage({
          ...options,
          person: get("person", "00000000-0000-4000-8000-000000000001"),
          entityId: get("entityId", "home"),
          subEntityId: get("subEntityId", ""),
        }),
      );
    } else {
      const port = (server.address() as AddressInfo).port;
      void serveFile(url.pathname, securityHeaders(settingsFor(port, m365())), response);
    }
  });
}

/** teams-js asks Microsoft for a list of hosts, which is not there without a network. */
function isOurs(complaint: string): boolean {
  return !complaint.includes("res.cdn.office.net") && !/Failed to load resource/.test(complaint);
}

/** Nested app auth goes to the stand-in, as Teams would take it to Entra. */
async function bridgeTo(m365: string, person: string, request: string): Promise<string> {
  const response = await fetch(`${m365}/local/nested-app-auth`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ person, request: JSON.parse(request) }),
  });
  if (response.ok) return response.text();
  const { requestId } = z.looseObject({ requestId: z.string() }).parse(JSON.parse(request));
  const error = { status: "PERSISTENT_ERROR", code: "unknown_person", description: "Nobody is signed in." };
  return JSON.stringify({ messageType: "NestedAppAuthResponse", requestId, success: false, error });
}

interface Place {
  readonly origin: string;
  readonly m365: string;
}

async function openIn(page: Page, { origin, m365 }: Place, opening: Opening): Promise<OpenTab> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && isOurs(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  const person = opening.person ?? "00000000-0000-4000-8000-000000000001";
  await page.exposeFunction("bridge", (request: string) => bridgeTo(m365, person, request));
  await page.route("https://res.cdn.office.net/**", (route) => route.abort());
  const { width: _width, height: _height, ...given } = opening;
  await page.goto(`${origin}/host?${new URLSearchParams({ ...given })}`);
  return {
    page,
    tab: page.frameLocator("iframe"),
    complaints,
    asked: (func) =>
      page.evaluate((wanted) => {
        const { asked } = window as unknown as { asked: { func: string; args: unknown }[] };
        return asked.filter((one) => one.func === wanted).map((one) => one.args);
      }, func),
    close: () => page.context().close(),
  };
}

export async function startTab(siteDir?: string): Promise<TabUnderTest> {
  if (!existsSync(join(built, "index.html")))
    throw new Error("The tab is not built: run `npm run build` first.");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const m365 = await startM365({ port: 0, appBaseUrl: origin, siteDir });
  serve(server, () => m365.url);
  const browser = await launchChromium();
  const place = { origin, m365: m365.url };
  return {
    browser,
    m365,
    origin,
    open: async (opening = {}) => {
      const context = await browser.newContext({
        viewport: { width: opening.width ?? 1280, height: opening.height ?? 900 },
        reducedMotion: "reduce",
        locale: "nl-BE",
        timezoneId: "Europe/Brussels",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      return openIn(page, place, opening);
    },
    openAgain: async (from, opening = {}) => openIn(await from.page.context().newPage(), place, opening),
    fault: async (order) => {
      const response = await fetch(`${m365.url}/local/faults`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(order),
      });
      if (!response.ok) throw new Error(`The stand-in refused the fault: ${response.status}`);
    },
    stop: async () => {
      await browser.close();
      await m365.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
