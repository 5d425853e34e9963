import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { browserTest as test } from "../support/chromium.ts";
import { startTab, type TabUnderTest } from "./tab-under-test.ts";

let under: TabUnderTest;
beforeAll(async () => {
  under = await startTab();
});
afterAll(() => under.stop());
async function clearFaults(): Promise<void> {
  await fetch(`${under.m365.url}/local/faults`, { method: "DELETE" });
}
afterEach(clearFaults);

const anyList = { target: "graph", match: "/lists/" };
const faults: readonly [string, object, string][] = [
  ["401", { ...anyList, status: 401 }, "We konden je niet aanmelden."],
  ["403", { ...anyList, status: 403 }, "Je hebt geen toegang tot deze pagina’s."],
  ["404", { ...anyList, status: 404 }, "We vinden deze lijst niet in SharePoint."],
  ["429 for ten minutes", { ...anyList, status: 429, retryAfter: 600 }, "SharePoint heeft het druk."],
  ["500", { ...anyList, status: 500 }, "We krijgen geen verbinding met SharePoint."],
  ["a connection that breaks", { ...anyList, reset: true }, "We krijgen geen verbinding met SharePoint."],
  [
    "JSON that is no list",
    { ...anyList, body: { hallo: 1 } },
    "SharePoint gaf een antwoord dat we niet begrijpen.",
  ],
  [
    "rows that are no rows",
    { ...anyList, body: { value: [1, "x", null, { id: "1", fields: { Title: 7 } }] } },
    "SharePoint gaf een antwoord dat we niet begrijpen.",
  ],
];

test.each(faults)(
  "when Graph answers %s the page says so, recovers on retry, and later shows the last good copy",
  async (_name, order, title) => {
    await under.fault(order);
    const first = await under.open({ hash: "#/nota" });
    const notice = first.tab.getByTestId("notice");
    await notice.getByText(title).waitFor();
    await notice.getByText("De hulplijnen blijven wel bereikbaar.").waitFor();
    expect(await notice.getByRole("link", { name: "Alle hulplijnen" }).getAttribute("href")).toBe("#/hulp");

    await clearFaults();
    await notice.getByRole("button", { name: "Probeer opnieuw" }).click();
    await first.tab.getByRole("heading", { name: "Voorwoord" }).waitFor();
    await expect.poll(() => notice.count()).toBe(0);

    await under.fault(order);
    const second = await under.openAgain(first, { hash: "#/nota" });
    await second.tab.getByRole("heading", { name: "Voorwoord" }).waitFor();
    await second.tab.getByTestId("notice").getByText(title).waitFor();
    await second.tab.getByText(/Je ziet de versie van vandaag/).waitFor();
    expect(await second.tab.getByTestId("text").locator("section").count()).toBeGreaterThan(20);
    await first.close();
  },
);

test("the help lines are there when SharePoint is not", async () => {
  await under.fault({ ...anyList, status: 500 });
  const { tab, close } = await under.open({ hash: "#/hulp" });
  await tab.getByTestId("notice").waitFor();
  for (const number of ["112", "1813", "106", "1712"])
    await tab.getByTestId("help-lines").locator(`a[href="tel:${number}"]`).waitFor();
  await close();
});

test("a short 429 is waited out without a word", async () => {
  await under.fault({ ...anyList, status: 429, retryAfter: 1, times: 1 });
  const { tab, close } = await under.open({ hash: "#/nota" });
  await tab.getByRole("heading", { name: "Voorwoord" }).waitFor();
  expect(await tab.getByTestId("notice").count()).toBe(0);
  await close();
});

test("a slow Graph shows the shape of the text, then says that it takes long", async () => {
  await under.fault({ ...anyList, delayMs: 8000 });
  const { tab, close } = await under.open({ hash: "#/nota" });
  await tab.getByText("We halen de tekst op.").waitFor({ state: "attached" });
  await tab.getByText("Het duurt langer dan anders.").waitFor();
  await tab.getByRole("heading", { name: "Voorwoord" }).waitFor();
  await close();
});

test("the second opening paints the copy while Graph is still silent", async () => {
  const first = await under.open({ hash: "#/nota" });
  await first.tab.getByRole("heading", { name: "Voorwoord" }).waitFor();
  await under.fault({ ...anyList, delayMs: 30_000 });
  const second = await under.openAgain(first, { hash: "#/nota" });
  await second.tab.getByRole("heading", { name: "Voorwoord" }).waitFor({ timeout: 5000 });
  await first.close();
});

test("an empty list tells what will be here", async () => {
  await under.fault({ ...anyList, body: { value: [] } });
  const { tab, close } = await under.open({ hash: "#/nota" });
  await tab.getByText("Hier komt de tekst zodra de redactie hem publiceert.").waitFor();
  await close();
});

test("a sign-in that fails says so", async () => {
  const { tab, close } = await under.open({
    hash: "#/wie",
    person: "00000000-0000-4000-8000-0000000000ff",
  });
  await tab.getByTestId("notice").getByText("We konden je niet aanmelden.").waitFor();
  await close();
});

test("outside Teams the page still offers the help lines", async () => {
  const context = await under.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${under.origin}/tab/#/wie`);
  await page.getByTestId("notice").getByText("We konden je niet aanmelden.").waitFor();
  await page.getByRole("link", { name: "Hulp nu" }).click();
  await page.getByRole("link", { name: /112/ }).first().waitFor();
  await context.close();
});
