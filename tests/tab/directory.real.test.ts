import { afterAll, beforeAll, expect } from "vitest";
import { browserTest as test } from "../support/chromium.ts";
import { startTab, type TabUnderTest } from "./tab-under-test.ts";

let under: TabUnderTest;
beforeAll(async () => {
  under = await startTab();
});
afterAll(() => under.stop());

async function directory(query = "") {
  const open = await under.open({ hash: `#/wie${query}` });
  const people = open.tab.getByTestId("people").getByTestId("actor");
  await people.first().waitFor();
  return { ...open, people, found: open.tab.getByTestId("found") };
}

test("choosing a language leaves those who speak it, and the count says how many", async () => {
  const { tab, people, found, complaints, close } = await directory();
  const all = await people.count();
  const option = await tab.getByTestId("language").locator("option[value=de]").textContent();
  const expected = Number(/\((\d+)\)/.exec(option ?? "")?.[1]);
  await tab.getByTestId("language").selectOption("de");
  await expect.poll(() => people.count()).toBe(expected);
  expect(expected).toBeGreaterThan(0);
  expect(expected).toBeLessThan(all);
  for (const text of await people.allTextContents()) expect(text).toMatch(/Spreekt .*Duits/);
  expect(await found.textContent()).toBe(
    expected === 1 ? "1 contact gevonden" : `${expected} contacten gevonden`,
  );
  expect(complaints).toEqual([]);
  await close();
});

test("a few letters find a person, accents or not", async () => {
  const { tab, people, close } = await directory();
  await tab.getByRole("searchbox").fill("fatima EL amrani");
  await expect.poll(() => people.getByRole("heading").allTextContents()).toEqual(["Fatima El Amrani"]);
  await tab.getByRole("searchbox").fill("coordinator");
  await expect.poll(() => people.count()).toBe(1);
  await close();
});

test("a role explains itself, is counted, and stays in the address", async () => {
  const { tab, page, people, close } = await directory();
  const role = tab.locator("[data-role=vertrouwenspersoon]");
  await expect.poll(() => role.textContent()).toContain("Luistert in vertrouwen");
  await role.click();
  expect(await role.getAttribute("aria-pressed")).toBe("true");
  for (const text of await people.allTextContents()) expect(text).toContain("Vertrouwenspersoon");
  expect(await page.frames()[1]?.evaluate(() => location.hash)).toBe("#/wie?rol=vertrouwenspersoon");
  await tab.getByRole("button", { name: "Wis de keuzes" }).click();
  await expect.poll(() => people.count()).toBeGreaterThan(5);
  await close();
});

test("an address with filters opens on what they find", async () => {
  const { people, tab, close } = await directory("?onderwerp=grensoverschrijdend&taal=fr");
  expect(await tab.getByTestId("language").inputValue()).toBe("fr");
  expect(await people.count()).toBeGreaterThan(0);
  await close();
});

test("when nobody fits the page says so and offers to clear the choices", async () => {
  const { tab, people, found, close } = await directory();
  await tab.getByRole("searchbox").fill("xyzzy");
  await expect.poll(() => found.textContent()).toBe("Niemand past bij al die keuzes samen.");
  await tab.getByRole("button", { name: "Wis de keuzes" }).click();
  await expect.poll(() => people.count()).toBeGreaterThan(5);
  await close();
});

test("a person can be called, mailed and chatted with; photo and presence come later", async () => {
  const { people, asked, close } = await directory("?zoek=fatima");
  const card = people.first();
  expect(await card.getByRole("link", { name: /^Bel Fatima/ }).getAttribute("href")).toMatch(/^tel:\+?\d+$/);
  expect(await card.getByRole("link", { name: /^Mail Fatima/ }).getAttribute("href")).toMatch(/^mailto:/);
  await card.getByRole("img", { name: "Fatima El Amrani beschikbaar" }).waitFor();
  await card.locator("img[src^='blob:']").waitFor();
  await card.getByRole("link", { name: /^Chat met Fatima/ }).click();
  await expect
    .poll(async () => JSON.stringify(await asked("executeDeepLink")))
    .toContain("l/chat/0/0?users=fatima");
  await close();
});

test("without presence and photos the directory is whole", async () => {
  await under.fault({ target: "graph", match: "presence|Presences|photo", status: 403, times: 50 });
  const { people, complaints, close } = await directory();
  expect(await people.count()).toBeGreaterThan(10);
  expect(complaints).toEqual([]);
  await close();
  await fetch(`${under.m365.url}/local/faults`, { method: "DELETE" });
});
