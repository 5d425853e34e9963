import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** Draws the PNG icons of the manifest from the SVGs beside this file: `npm run icons`. */
const icons = [
  { name: "color", pixels: 192 },
  { name: "outline", pixels: 32 },
] as const;

const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
});
try {
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  for (const { name, pixels } of icons) {
    const svg = await readFile(new URL(`${name}.svg`, import.meta.url), "utf8");
    await page.setViewportSize({ width: pixels, height: pixels });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
    const target = fileURLToPath(new URL(`../${name}.png`, import.meta.url));
    await page.screenshot({ path: target, omitBackground: true });
    console.log(`${target}: ${pixels} x ${pixels}`);
  }
} finally {
  await browser.close();
}
