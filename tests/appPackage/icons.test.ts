import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { type Pixels, readPng } from "./png.ts";

const icon = async (name: string) =>
  readPng(await readFile(new URL(`../../appPackage/${name}`, import.meta.url)));

function* pixelsOf({ rgba }: Pixels) {
  for (let at = 0; at < rgba.length; at += 4) yield rgba.subarray(at, at + 4);
}

describe("the icons", () => {
  test("the colour icon is 192 by 192 and fills its square without a hole", async () => {
    const color = await icon("color.png");
    expect([color.width, color.height]).toEqual([192, 192]);
    expect([...pixelsOf(color)].filter(([, , , alpha]) => alpha !== 255)).toHaveLength(0);
  });

  test("the background of the colour icon is the accent colour of the manifest", async () => {
    const manifest = await readFile(new URL("../../appPackage/manifest.json", import.meta.url), "utf8");
    const { rgba } = await icon("color.png");
    const corner = Buffer.from(rgba.subarray(0, 3)).toString("hex").toUpperCase();
    expect(manifest).toContain(`"accentColor": "#${corner}"`);
  });

  test("the outline icon is 32 by 32 and holds nothing but white and transparency", async () => {
    const outline = await icon("outline.png");
    expect([outline.width, outline.height]).toEqual([32, 32]);
    const visible = [...pixelsOf(outline)].filter(([, , , alpha]) => alpha !== 0);
    expect(visible.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).toHaveLength(
      0,
    );
    expect(visible.length).toBeGreaterThan(100);
    expect(visible.length).toBeLessThan(32 * 32 - 100);
  });
});
