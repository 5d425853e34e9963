import { afterAll, beforeAll, expect } from "vitest";
import { browserTest as test } from "../support/chromium.ts";
import { startTab, type TabUnderTest } from "./tab-under-test.ts";

let under: TabUnderTest;
beforeAll(async () => {
  under = await startTab();
});
afterAll(() => under.stop());

async function reading(html: string, more: object = {}) {
  await fetch(`${under.m365.url}/local/faults`, { method: "DELETE" });
  const fields = { Document: "visienota", Sleutel: "proef", Title: "Proef", Tekst: html, ...more };
  await under.fault({ target: "graph", match: "/lists/Secties/", body: { value: [{ id: "1", fields }] } });
  const open = await under.open({ hash: "#/nota", locale: "fr-be" });
  const section = open.tab.locator("[data-section=proef]");
  await section.waitFor();
  return { ...open, section };
}

test("nothing in a text of SharePoint runs, loads or styles", async () => {
  const { section, page, close } = await reading(
    [
      "<p onclick='window.ran=1' style='position:fixed' class='x' id='y'>Tekst <b>vet</b></p>",
      "<script>window.ran=1</script><img src='x' onerror='window.ran=1'><svg onload='window.ran=1'></svg>",
      "<iframe src='https://elsewhere.example'></iframe><form action='/x'><input name='a'><button>b</button></form>",
      "<a href='javascript:window.ran=1'>slecht</a><math><mtext><style><img src=x onerror='window.ran=1'></style></mtext></math>",
      "<style>body{display:none}</style><object data='x'></object><template><p>t</p></template>",
    ].join(""),
  );
  const html = (await section.innerHTML()).replace(/<(?:h2|button|svg|path|span|div)[^>]*>/g, "");
  expect(html).not.toMatch(
    /onclick|onerror|onload|style=|<script|<img|<iframe|<form|<input|<math|<object|javascript:/i,
  );
  expect(await section.locator("b").textContent()).toBe("vet");
  expect(await page.frames()[1]?.evaluate(() => "ran" in window)).toBe(false);
  await close();
});

test("links of a text lead out in a new tab, and inside the tab they stay", async () => {
  const { section, close } = await reading(
    "<p><a href='https://www.comitep.example/'>uit</a> <a href='#/code/loyaliteit'>in</a> <a href='mailto:a@b.example'>mail</a></p>",
  );
  const out = section.getByRole("link", { name: "uit" });
  expect(await out.getAttribute("target")).toBe("_blank");
  expect(await out.getAttribute("rel")).toBe("noopener noreferrer");
  expect(await section.getByRole("link", { name: "in" }).getAttribute("target")).toBeNull();
  await close();
});

test("a heading that an editor made large stands under the section's own", async () => {
  const { section, close } = await reading("<h1>Groot</h1><h2>Minder</h2><p>x</p>");
  expect(await section.getByRole("heading", { level: 3 }).allTextContents()).toEqual(["Groot", "Minder"]);
  expect(await section.getByRole("heading", { level: 1 }).count()).toBe(0);
  await close();
});

test("a text without translation is told to be Dutch, and read aloud as Dutch", async () => {
  const { tab, section, close } = await reading("<p>Alleen Nederlands.</p>", { TitelFr: "Essai" });
  await tab.getByText("Ce texte n’existe pour l’instant qu’en néerlandais.").waitFor();
  expect(
    await section.getByText("Alleen Nederlands.").evaluate((p) => p.closest("[lang]")?.getAttribute("lang")),
  ).toBe("nl");
  expect(await section.getByRole("heading").getAttribute("lang")).toBe("fr");
  await close();
});

test("a row that is wrong does not break the page for the others", async () => {
  await fetch(`${under.m365.url}/local/faults`, { method: "DELETE" });
  const good = { Document: "code", Sleutel: "goed", Title: "Goed", Tekst: "<p>Goed.</p>" };
  const rows = [{ id: "1", fields: { Title: 12 } }, { id: "2", fields: good }, { id: "3" }, null, "rommel"];
  await under.fault({ target: "graph", match: "/lists/Secties/", body: { value: rows } });
  const { tab, close } = await under.open({ hash: "#/code" });
  await tab.getByRole("heading", { name: "Goed" }).waitFor();
  expect(await tab.getByTestId("notice").count()).toBe(0);
  await close();
});
