import { type Browser, chromium } from "playwright-core";
import { type TestAPI, test } from "vitest";
import { findOrInstall } from "./debian.ts";

const own = process.env["CHROMIUM_PATH"];

/** Where Chromium is; undefined, after a line that says so, when there is none and none can be installed. */
export const chromiumPath = findOrInstall(
  [...(own ? [own] : []), "/usr/bin/chromium", "chromium", "google-chrome"],
  "chromium",
);

/** A test that needs Chromium, and is skipped where there is none. */
export const browserTest: ReturnType<TestAPI["skipIf"]> = test.skipIf(chromiumPath === undefined);

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [
      ..."--headless --no-sandbox --disable-gpu --disable-quic --no-first-run".split(" "),
      ..."--disable-background-networking --disable-component-update --disable-sync".split(" "),
    ],
  });
}
