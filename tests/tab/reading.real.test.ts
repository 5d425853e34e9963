import { afterAll, beforeAll, expect } from "vitest";
import { browserTest as test } from "../support/chromium.ts";
import { startTab, type TabUnderTest } from "./tab-under-test.ts";

let under: TabUnderTest;
beforeAll(async () => {
  under = await startTab();
});
afterAll(() => under.stop());

test("the home page leads to the note, the code and the people", async () => {
  const { tab, complaints, close } = await under.open();
  await tab.getByRole("heading", { level: 1, name: "Samen integer werken" }).waitFor();
  const doors = tab.getByTestId("doors").getByRole("link");
  expect(await doors.count()).toBe(3);
  await doors.filter({ hasText: "Visienota integer werken" }).waitFor();
  await doors.filter({ hasText: "Deontologische code" }).waitFor();
  await doors.filter({ hasText: "Wie kan ik aanspreken?" }).waitFor();
  await tab.getByRole("link", { name: "Objectiviteit" }).click();
  await tab.getByRole("heading", { level: 3, name: "Objectiviteit" }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test("'stel een vraag' asks Teams for the chat with the bot", async () => {
  const { tab, asked, close } = await under.open();
  await tab.getByTestId("ask").click();
  await expect
    .poll(() => asked("executeDeepLink"))
    .toEqual([["https://teams.microsoft.com/l/chat/0/0?users=28:b0700000-0000-4000-8000-000000000001"]]);
  await close();
});

test("Teams hears that the tab is ready", async () => {
  const { asked, close } = await under.open();
  await expect.poll(() => asked("appInitialization.success")).toHaveLength(1);
  await close();
});

test("a section has its own address, takes the focus and is marked in the contents", async () => {
  const { tab, complaints, close } = await under.open({ hash: "#/nota/geschenken" });
  const heading = tab.getByRole("heading", { name: "Geschenken en uitnodigingen" });
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  await expect
    .poll(() => heading.evaluate((element) => Math.round(element.getBoundingClientRect().top)))
    .toBeLessThan(160);
  await expect
    .poll(() => tab.getByTestId("contents").locator("[aria-current=location]").textContent())
    .toBe("Geschenken en uitnodigingen");
  expect(complaints).toEqual([]);
  await close();
});

test("a deep link of Teams opens its section, whichever tab it opens in", async () => {
  const { tab, close } = await under.open({ subEntityId: "code/loyaliteit", entityId: "nota" });
  await tab.getByRole("heading", { level: 1, name: "Deontologische code" }).waitFor();
  await close();
});

test("a tab that the manifest calls 'wie' opens on the directory", async () => {
  const { tab, close } = await under.open({ entityId: "wie" });
  await tab.getByRole("heading", { level: 1, name: "Wie kan ik aanspreken?" }).waitFor();
  await close();
});

test("a section that is no longer there says so", async () => {
  const { tab, close } = await under.open({ hash: "#/nota/verdwenen" });
  await tab.getByText("Dit deel staat er niet meer.").waitFor();
  await close();
});

test("the contents fold away on a phone", async () => {
  const { tab, close } = await under.open({ hash: "#/nota", width: 320, height: 640 });
  const contents = tab.getByTestId("contents");
  await contents.locator("summary").click();
  await contents.getByRole("link", { name: "Beroepsgeheim" }).click();
  const heading = tab.getByRole("heading", { name: "Beroepsgeheim" });
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  await close();
});

test.each(["nl-be", "de-be"])("nothing sticks out of a small phone in %s", async (locale) => {
  const { tab, page, close } = await under.open({ locale, width: 320, height: 640 });
  await tab.getByRole("heading", { level: 1 }).waitFor();
  const frame = page.frames()[1];
  for (const [hash, sign] of [
    ["#/", "[data-testid=doors]"],
    ["#/nota", "[data-section=colofon]"],
    ["#/code", "[data-section=loyaliteit]"],
    ["#/wie", "[data-testid=actor] >> nth=5"],
    ["#/hulp", "[data-testid=help-lines]"],
  ]) {
    await frame?.evaluate((address) => {
      location.hash = address ?? "";
    }, hash);
    await tab.locator(sign ?? "").waitFor();
    expect(await frame?.evaluate(() => document.documentElement.scrollWidth), hash).toBeLessThanOrEqual(320);
  }
  await close();
});

test("the tab follows Teams from light to dark to contrast while it is open", async () => {
  const { tab, page, complaints, close } = await under.open();
  const ground = tab.locator("[data-theme]").last();
  await ground.waitFor();
  await expect.poll(() => tab.locator("html").getAttribute("data-theme")).toBe("light");
  const colours = new Set<string>();
  for (const [teams, ours] of [
    ["dark", "dark"],
    ["contrast", "contrast"],
    ["default", "light"],
  ]) {
    await page.evaluate((theme) => {
      (window as unknown as { changeTheme(name: string): void }).changeTheme(theme ?? "");
    }, teams);
    await expect.poll(() => tab.locator("html").getAttribute("data-theme")).toBe(ours);
    await expect.poll(() => ground.getAttribute("data-theme")).toBe(ours);
    colours.add(await ground.evaluate((element) => getComputedStyle(element).backgroundColor));
  }
  expect(colours.size).toBe(3);
  expect(complaints).toEqual([]);
  await close();
});

test.each([
  ["fr-be", "fr", "Note de vision : travailler avec intégrité"],
  ["de-de", "de", "Leitbild integer arbeiten"],
  ["en-gb", "en", "Vision note: working with integrity"],
  ["pl-pl", "nl", "Visienota integer werken"],
])("in %s Teams the note is read in %s", async (locale, language, title) => {
  const { tab, close } = await under.open({ locale, hash: "#/nota" });
  await tab.getByRole("heading", { level: 1, name: title }).waitFor();
  await expect.poll(() => tab.locator("html").getAttribute("lang")).toBe(language);
  await tab.getByTestId("text").locator("section").first().waitFor();
  expect(await tab.getByTestId("text").locator(`section [lang=${language}]`).count()).toBeGreaterThan(20);
  await close();
});

test("going to another page moves the focus to its heading", async () => {
  const { tab, close } = await under.open();
  await tab.getByRole("navigation", { name: "Onderdelen" }).getByRole("link", { name: "Code" }).click();
  const heading = tab.getByRole("heading", { level: 1, name: "Deontologische code" });
  await heading.waitFor();
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  await close();
});

test("a keyboard alone reaches the content and the help lines", async () => {
  const { tab, page, close } = await under.open();
  await tab.getByRole("heading", { level: 1 }).waitFor();
  await tab.getByRole("button", { name: "Naar de inhoud" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => tab.locator("main").evaluate((main) => main === document.activeElement)).toBe(true);
  await page.keyboard.press("Tab");
  await expect.poll(() => tab.locator(":focus").getAttribute("data-testid")).toBe("ask");
  await close();
});
