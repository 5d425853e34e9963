import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, expect } from "vitest";
import { browserTest as test } from "../support/chromium.ts";
import { startTab, type TabUnderTest } from "./tab-under-test.ts";

let under: TabUnderTest;
beforeAll(async () => {
  under = await startTab();
});
afterAll(() => under.stop());

const pages = [
  ["", "Samen integer werken"],
  ["#/code", "Loyaliteit"],
  ["#/wie", "Fatima El Amrani"],
  ["#/hulp", "Hulp nu"],
] as const;
const looks = ["default", "dark", "contrast"].flatMap((theme) =>
  [320, 1280].map((width) => [theme, width] as const),
);

test.each(looks)("axe finds nothing wrong in the %s theme at %i px", async (theme, width) => {
  for (const [hash, heading] of pages) {
    const { tab, page, close } = await under.open({ hash, theme, width });
    await tab.getByRole("heading", { name: heading }).first().waitFor();
    const result = await new AxeBuilder({ page }).include("iframe").exclude("[data-tabster-dummy]").analyze();
    const found = result.violations.map(({ id, nodes }) => `${hash} ${id}: ${nodes[0]?.html}`);
    expect(found).toEqual([]);
    await close();
  }
});
