import { join } from "node:path";
import type { Browser, BrowserContext, ConsoleMessage } from "playwright-core";
import { temporaryFolder } from "./product.ts";

/** One browser profile, whose pages may not complain. */
export interface Visit {
  readonly context: BrowserContext;
  /** Errors and warnings of the console, errors of the page, and calls that leave this machine. */
  readonly complaints: readonly string[];
  /** A picture of every open page, in a temporary folder that is named on the console. */
  photograph(name: string): Promise<void>;
}

/** teams-js asks Microsoft for its list of hosts, which is not there without a network. */
const teamsHosts = "https://res.cdn.office.net/";

export async function startVisit(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    locale: "nl-BE",
    timezoneId: "Europe/Brussels",
  });
  context.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  await context.route(
    (url) => url.protocol.startsWith("http") && !["localhost", "127.0.0.1"].includes(url.hostname),
    (route) => {
      const address = route.request().url();
      if (!address.startsWith(teamsHosts)) complaints.push(`A call left this machine: ${address}`);
      return route.abort();
    },
  );
  context.on("console", (message) => {
    if (isComplaint(message)) complaints.push(`${message.type()}: ${message.text()} (${placeOf(message)})`);
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  return {
    ...{ context, complaints },
    photograph: async (name) => {
      const folder = temporaryFolder();
      for (const [number, page] of context.pages().entries()) {
        await page.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, "-")}-${number + 1}.png`) });
      }
      console.warn(`What the pages showed is in ${folder}`);
    },
  };
}

function placeOf(message: ConsoleMessage): string {
  return message.location().url;
}

function isComplaint(message: ConsoleMessage): boolean {
  if (message.type() !== "error" && message.type() !== "warning") return false;
  return !placeOf(message).startsWith(teamsHosts) && !message.text().includes(teamsHosts);
}
