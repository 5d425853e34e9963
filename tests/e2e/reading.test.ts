import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tab as fr } from "../../src/i18n/fr/tab.ts";
import { tab as nl } from "../../src/i18n/nl/tab.ts";
import { chromiumPath } from "../support/chromium.ts";
import { type PersonAtPage, stage } from "./support/teams-page.ts";

/** The colour behind the text of the tab. */
function ground(at: PersonAtPage): Promise<string> {
  return at.tab
    .locator("div[data-theme] >> nth=0")
    .evaluate((element) => getComputedStyle(element).backgroundColor);
}

describe.skipIf(chromiumPath === undefined)("reading in the tab", () => {
  const teams = stage();

  test("I open the note and read what it says about gifts", async () => {
    const lien = await teams.as("Lien Peeters", "&app=tab");
    await lien.tab.getByRole("heading", { name: nl.home.title }).waitFor();
    await lien.tab.getByRole("link", { name: nl.nav.note, exact: true }).first().click();
    await lien.tab.getByRole("link", { name: "Geschenken en uitnodigingen" }).first().click();
    const heading = lien.tab.getByRole("heading", { name: "Geschenken en uitnodigingen" });
    await heading.waitFor();
    await expect.poll(() => heading.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(400);
    await lien.tab.getByText("we nemen geen geschenken aan").waitFor();
  });

  test("I find a counsellor who speaks French", async () => {
    const lien = await teams.as("Lien Peeters", "&app=tab");
    await lien.tab.getByRole("link", { name: nl.nav.people, exact: true }).first().click();
    await lien.tab.getByRole("heading", { name: nl.people.title }).waitFor();
    await lien.tab.getByRole("button", { name: nl.roles.vertrouwenspersoon.name }).click();
    const people = lien.tab.getByTestId("actor");
    await expect.poll(() => people.count()).toBe(2);
    await lien.tab.getByRole("combobox", { name: nl.people.language }).selectOption("fr");
    await expect.poll(() => people.count()).toBe(1);
    await people.getByRole("heading", { name: "Els Wouters" }).waitFor();
    await lien.tab.getByText(nl.people.found(1)).waitFor();
  });

  test("I read the code of conduct", async () => {
    const karim = await teams.as("Karim Haddad", "&app=tab&page=code&locale=nl-BE");
    await karim.tab.getByRole("heading", { name: nl.document.code }).waitFor();
    await karim.tab.getByRole("heading", { name: "Spreekrecht en spreekplicht" }).waitFor();
  });

  test("the tab follows the theme at once, also to high contrast and back", async () => {
    const lien = await teams.as("Lien Peeters", "&app=tab");
    await lien.tab.getByRole("heading", { name: nl.home.title }).waitFor();
    const seen = [await ground(lien)];
    for (const [name, theme] of [
      ["Dark", "dark"],
      ["High contrast", "contrast"],
      ["Light", "light"],
    ] as const) {
      await lien.page.getByRole("radio", { name }).check();
      await lien.tab.locator(`div[data-theme=${theme}]`).first().waitFor();
      seen.push(await ground(lien));
    }
    const [light, dark, contrast, again] = seen;
    expect(again).toBe(light);
    expect(new Set([light, dark, contrast]).size).toBe(3);
  });

  test("the tab follows the language that I choose in Teams", async () => {
    const lien = await teams.as("Lien Peeters", "&app=tab");
    await lien.tab.getByRole("heading", { name: nl.home.title }).waitFor();
    await lien.pane.getByRole("combobox", { name: /^Language of/ }).selectOption("fr-BE");
    await lien.tab.getByRole("heading", { name: fr.home.title }).waitFor();
    await lien.tab.getByRole("link", { name: fr.nav.note, exact: true }).first().click();
    await lien.tab.getByRole("heading", { name: "Cadeaux et invitations" }).waitFor();
  });

  test("a change that the editors save in SharePoint shows without a restart", async () => {
    const file = join(teams.product().siteDir, "texts/visienota/geschenken.nl.html");
    const before = await teams.as("Lien Peeters", "&app=tab&page=nota/geschenken");
    await before.tab.getByText("we nemen geen geschenken aan").waitFor();
    const changed = "Sinds vandaag geldt dit ook voor een kop koffie.";
    writeFileSync(file, `${readFileSync(file, "utf8")}<p>${changed}</p>`);
    await before.page.reload();
    await before.tab.getByText(changed).waitFor();
  });
});
