import AxeBuilder from "@axe-core/playwright";
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../../support/chromium.ts";
import { open, pane, say, startPage, type UnderTest } from "./page-under-test.ts";

let under: UnderTest;
let page: Page;

beforeAll(async () => {
  under = await startPage();
});
afterEach(async () => {
  await page.context().close();
});
afterAll(async () => {
  await under.stop();
});

const tabOf = (name: string): FrameLocator => pane(page, name).frameLocator('iframe[title="Kompas"]');

async function shows(frame: FrameLocator, id: string, text: string): Promise<void> {
  await frame.locator(`#${id}`).filter({ hasText: text }).waitFor();
}

describe.skipIf(chromiumPath === undefined)("the host for the real teams-js", () => {
  test("a tab starts with the person, language and theme of its pane", async () => {
    page = await open(under, "?app=tab&rightApp=tab&theme=contrast&rightLocale=de-BE&page=geschenken");
    await shows(tabOf("Lien Peeters"), "result", "started: true");
    await shows(tabOf("Lien Peeters"), "person", "Lien Peeters");
    await shows(tabOf("Lien Peeters"), "locale", "nl-BE");
    await shows(tabOf("Lien Peeters"), "page", "geschenken");
    await shows(tabOf("Fatima El Amrani"), "person", "Fatima El Amrani");
    await shows(tabOf("Fatima El Amrani"), "locale", "de-BE");
    await shows(tabOf("Fatima El Amrani"), "theme", "contrast");
  });

  test("a new theme reaches the living page, which keeps what was typed, also behind the chat", async () => {
    page = await open(under, "?layout=one&app=tab");
    const lien = pane(page, "Lien Peeters");
    const tab = tabOf("Lien Peeters");
    await shows(tab, "theme", "default");
    await tab.getByLabel("Notes").fill("half af");
    await lien.getByRole("button", { name: "Chat", exact: true }).click();
    await page.getByRole("radio", { name: "Dark" }).check();
    await lien
      .getByRole("navigation", { name: /^Places/ })
      .getByRole("button")
      .last()
      .click();
    await shows(tab, "theme", "dark");
    expect(await tab.getByLabel("Notes").inputValue()).toBe("half af");
  });

  test("nested app auth gives the real MSAL a token of the pane's own person", async () => {
    page = await open(under, "?app=tab&rightApp=tab");
    for (const name of ["Lien Peeters", "Fatima El Amrani"]) {
      const tab = tabOf(name);
      await shows(tab, "result", "started: true");
      await tab.getByRole("button", { name: "Sign in" }).click();
      await shows(tab, "token", `${name} with token`);
    }
  });

  test("the page moves to another page of its app, and the address says so", async () => {
    page = await open(under, "?layout=one&app=tab");
    const tab = tabOf("Lien Peeters");
    await shows(tab, "result", "started: true");
    await tab.getByRole("button", { name: "Go to a page" }).click();
    await shows(tab, "page", "geschenken");
    expect(new URL(page.url()).searchParams.get("page")).toBe("geschenken");
    await tab.getByLabel("Notes").fill("half af");
    const rail = pane(page, "Lien Peeters").getByRole("navigation", { name: /^Places/ });
    await rail.getByRole("button", { name: "Chat", exact: true }).click();
    await rail.getByRole("button").last().click();
    expect(await tab.getByLabel("Notes").inputValue()).toBe("half af");
    expect(new URL(page.url()).searchParams.get("page")).toBe("geschenken");
  });

  test("openChat says with whom Teams would open a chat", async () => {
    page = await open(under, "?layout=one&app=tab");
    const tab = tabOf("Lien Peeters");
    await shows(tab, "result", "started: true");
    await tab.getByRole("button", { name: "Open chat" }).click();
    await page.getByText("Teams would now open a chat with Fatima El Amrani.").waitFor();
  });

  test("a dialog opened by the page hands its result back, and closing it by hand an error", async () => {
    page = await open(under, "?layout=one&app=tab");
    const lien = pane(page, "Lien Peeters");
    const tab = tabOf("Lien Peeters");
    await shows(tab, "result", "started: true");
    await tab.getByRole("button", { name: "Open dialog" }).click();
    const dialog = lien.getByRole("dialog", { name: "Vraag" });
    const inside = dialog.frameLocator("iframe");
    await shows(inside, "result", "started: true");
    await inside.getByRole("button", { name: "Submit dialog" }).click();
    await shows(tab, "result", '{"choice":"yes","again":true}');
    await tab.getByRole("button", { name: "Open dialog" }).click();
    await dialog.getByRole("button", { name: "Close dialog" }).click();
    await shows(tab, "result", "User cancelled/closed the task module.");
    expect(await dialog.count()).toBe(0);
  });

  test("a card opens a web page in a dialog, whose submit leads to a card, whose submit leads to words", async () => {
    page = await open(under, "");
    const lien = pane(page, "Lien Peeters");
    await say(lien, "Mag dit?");
    await lien.getByRole("button", { name: "Anoniem" }).last().click();
    const inside = lien.getByRole("dialog", { name: "Anonieme vraag" }).frameLocator("iframe");
    await shows(inside, "result", "started: true");
    await inside.getByRole("button", { name: "Submit dialog" }).click();
    const next = lien.getByRole("dialog", { name: "Nog een stap" });
    await next.getByRole("textbox", { name: "Nog iets?" }).fill("Nee");
    await next.getByRole("button", { name: "Klaar" }).click();
    await next.getByText("Goed ontvangen.").waitFor();
    await page.keyboard.press("Escape");
    await next.waitFor({ state: "detached" });
    const tasks = under.api.received.filter((one) => one.path.endsWith("invoke")).map((one) => one.body);
    expect(tasks.map((task) => task["name"])).toEqual(["task/fetch", "task/submit", "task/submit"]);
    expect(tasks[1]?.["value"]).toMatchObject({ data: { choice: "yes" } });
    expect(tasks[2]?.["value"]).toMatchObject({ data: { action: "done", note: "Nee" } });
  });
});

describe.skipIf(chromiumPath === undefined)("the page itself", () => {
  test("the switches are in the address, and reset takes them out", async () => {
    page = await open(under, "");
    await page.getByRole("radio", { name: "One person" }).check();
    await page.getByRole("radio", { name: "Phone" }).check();
    const lien = pane(page, "Lien Peeters");
    await lien.getByRole("combobox", { name: "Language of Lien Peeters" }).selectOption("fr-BE");
    await lien.getByRole("button", { name: /Lien Peeters.*switch person/ }).click();
    await page.getByRole("menuitemradio", { name: /Karim Haddad/ }).click();
    await pane(page, "Karim Haddad").waitFor();
    const query = new URL(page.url()).searchParams;
    expect(query.get("left")).toBe("00000000-0000-4000-8000-000000000002");
    expect([query.get("layout"), query.get("width")]).toEqual(["one", "phone"]);
    await page.getByRole("button", { name: "Reset" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
  });

  test.for([
    ["default", 1280, "Light"],
    ["dark", 1280, "Dark"],
    ["contrast", 1280, "High contrast"],
    ["default", 390, "Light on a phone"],
  ] as const)("axe finds nothing in %s at %i px", async ([theme, width]) => {
    under.api.forget();
    page = await open(under, `?theme=${theme}`, width, 844);
    const lien = pane(page, "Lien Peeters");
    await say(lien, "Dag");
    await lien.getByRole("group", { name: "Suggested replies" }).waitFor();
    await say(lien, "Mag dit?");
    await lien.getByRole("button", { name: "Verstuur naar niemand" }).last().click();
    await lien.getByRole("alert").waitFor();
    const chat = await new AxeBuilder({ page }).exclude("[data-tabster-dummy]").analyze();
    expect(chat.violations.map(named)).toEqual([]);
    await lien.getByRole("button", { name: "Anoniem" }).last().click();
    await lien.getByRole("dialog").waitFor();
    const dialog = await new AxeBuilder({ page }).exclude("[data-tabster-dummy]").exclude("iframe").analyze();
    expect(dialog.violations.map(named)).toEqual([]);
  });
});

function named(violation: { id: string; nodes: { html: string; target: unknown }[] }): string {
  return `${violation.id}: ${violation.nodes.map((node) => `${JSON.stringify(node.target)} ${node.html}`).join("\n")}`;
}
