import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { build } from "vite";
import { chromiumPath, launchChromium } from "../../support/chromium.ts";
import { type FakeApi, startFakeApi } from "./fake-api.ts";

const root = new URL("../../../", import.meta.url).pathname;

if (chromiumPath === undefined) {
  console.warn("Skipped: the tests of the local Teams page in a browser. See the line above.");
}

export interface UnderTest {
  readonly api: FakeApi;
  readonly browser: Browser;
  stop: () => Promise<void>;
}

async function buildInto(folder: string, source: string): Promise<string> {
  const target = join(folder, source.replaceAll("/", "-"));
  await build({
    root: join(root, source),
    logLevel: "error",
    build: { outDir: target, emptyOutDir: true, target: "es2024" },
  });
  return target;
}

export async function startPage(): Promise<UnderTest> {
  const folder = await mkdtemp(join(tmpdir(), "teams-page-"));
  const page = await buildInto(folder, "infra/local/teams-page");
  const frame = await buildInto(folder, "tests/local/teams-page/frame");
  const api = await startFakeApi(page, frame);
  const browser = await launchChromium();
  return {
    api,
    browser,
    stop: async () => {
      await browser.close();
      await api.stop();
      await rm(folder, { recursive: true });
    },
  };
}

export async function open(under: UnderTest, query: string, width = 1280, height = 860): Promise<Page> {
  const context = await under.browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${under.api.origin}/${query}`);
  return page;
}

export const pane = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });

export async function say(place: Locator, text: string): Promise<void> {
  const box = place.getByRole("textbox", { name: /Type a message|Start a post/ });
  await box.fill(text);
  await box.press("Enter");
}
