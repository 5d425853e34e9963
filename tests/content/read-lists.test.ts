import { describe, expect, test } from "vitest";
import { readActors } from "../../src/content/actors.ts";
import { readContent } from "../../src/content/content.ts";
import { readHelpLines } from "../../src/content/help-lines.ts";
import { readSections } from "../../src/content/sections.ts";
import { readTopics } from "../../src/content/topics.ts";
import { type Fields, items, ListGraph } from "./list-graph.ts";

const site = "zone.example,1,2";

function actorsOf(...rows: readonly Fields[]) {
  return readActors(new ListGraph({ Netwerk: items(...rows) }), site);
}

function sectionsOf(...rows: readonly Fields[]) {
  return readSections(new ListGraph({ Secties: items(...rows) }), site);
}

const fatima = {
  Title: "Fatima El Amrani",
  Soort: "persoon",
  Rol: "netwerk",
  Entiteit: "Interventie",
  Talen: "nl, fr",
  Email: "fatima@zone.example",
  EntraObjectId: "00000000-0000-4000-8000-000000000004",
  Volgorde: 1.0,
};

describe("a list", () => {
  test("is asked with its columns, and followed to its last page", async () => {
    const rows = items(...Array.from({ length: 7 }, (_, n) => ({ Title: `Lijn ${n}`, Telefoon: "106" })));
    const graph = new ListGraph({ Hulplijnen: rows }, 3);

    const reading = await readHelpLines(graph, site);

    expect(reading.rows).toHaveLength(7);
    expect(graph.asked).toHaveLength(3);
    expect(graph.asked[0]).toMatch(
      /^\/sites\/zone\.example,1,2\/lists\/Hulplijnen\/items\?\$expand=fields\(\$select=Title,/,
    );
    expect(graph.asked[1]).toMatch(/^\/sites\//);
  });

  test("keeps the editors' order, and the order of the list where none is given", async () => {
    const { rows } = await readHelpLines(
      new ListGraph({
        Hulplijnen: items(
          { Title: "c", Telefoon: "106" },
          { Title: "b", Telefoon: "107", Volgorde: "2" },
          { Title: "a", Telefoon: "112", Volgorde: 1 },
          { Title: "d", Telefoon: "108" },
        ),
      }),
      site,
    );
    expect(rows.map((row) => row.name.nl)).toEqual(["a", "b", "c", "d"]);
  });

  test("names the item and the columns of a wrong row and keeps the others", async () => {
    const { rows, problems } = await actorsOf({ ...fatima, Rol: "tovenaar", Soort: undefined }, fatima);
    expect(rows.map((row) => row.id)).toEqual(["2"]);
    expect(problems).toEqual([
      {
        kind: "left-out",
        list: "Netwerk",
        itemId: "1",
        title: "Fatima El Amrani",
        columns: ["Soort", "Rol"],
      },
    ]);
  });

  test("keeps the first of two rows with the same key and reports the second", async () => {
    const { rows, problems } = await actorsOf(fatima, { ...fatima, Title: "Fatima (dubbel)" });
    expect(rows.map((row) => row.name)).toEqual(["Fatima El Amrani"]);
    expect(problems).toMatchObject([{ kind: "duplicate", itemId: "2", columns: ["Title", "Rol"] }]);
  });

  test("reports things in the place of items", async () => {
    const graph = new ListGraph({ Netwerk: [null, "x", { id: 8 }, { id: "9", fields: fatima }] });
    const { rows, problems } = await readActors(graph, site);
    expect(rows.map((row) => row.id)).toEqual(["9"]);
    expect(problems.map((problem) => problem.itemId)).toEqual(["#1", "#2", "8"]);
  });

  test("all of them together are the content", async () => {
    const content = await readContent(
      new ListGraph({
        Onderwerpen: items({ OnderwerpId: "geschenken", Title: "Geschenken", Route: "netwerk" }),
        Netwerk: items(fatima, { Title: "Leeg" }),
        Secties: items({ Document: "code", Sleutel: "inleiding", Title: "Inleiding", Tekst: "<p>Hallo</p>" }),
        Hulplijnen: items({ Title: "Nood", Telefoon: 112 }),
      }),
      site,
    );
    expect(content.topics[0]?.route).toEqual(["netwerk"]);
    expect(content.actors).toHaveLength(1);
    expect(content.sections[0]?.html.nl).toBe("<p>Hallo</p>");
    expect(content.helpLines[0]?.phone).toBe("112");
    expect(content.problems).toHaveLength(1);
  });
});

describe("an actor", () => {
  test("is whole with only what it needs", async () => {
    const { rows, problems } = await actorsOf({ Title: "Dienst", Soort: "dienst", Rol: "extern" });
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({
      kind: "service",
      languages: [],
      topics: [],
      external: false,
      entity: "",
    });
  });

  test("is read from the shapes that SharePoint gives", async () => {
    const { rows, problems } = await actorsOf({
      ...fatima,
      Extern: "Ja",
      Talen: ["Nederlands", "Français", "Arabisch"],
      Telefoon: 25551234,
      Website: { Description: "site", Url: "www.zone.example" },
      Onderwerpen: "geschenken;\nDilemma",
      Toelichting: '<div class="ExternalClass1F"><p>Ik &amp; jij</p></div>',
      ToelichtingEn: "Me and you",
      ActiefVan: "2025-12-31T23:00:00Z",
      EntraObjectId: "00000000-0000-4000-8000-00000000000A",
    });
    expect(problems).toEqual([]);
    expect(rows[0]).toMatchObject({
      external: true,
      languages: ["nl", "fr"],
      phone: "25551234",
      website: "https://www.zone.example",
      topics: ["geschenken", "dilemma"],
      introduction: { nl: "Ik & jij", en: "Me and you" },
      activeFrom: "2026-01-01",
      memberId: "00000000-0000-4000-8000-00000000000a",
    });
  });

  test("stays visible without a column that is wrong, and the editor hears which", async () => {
    const { rows, problems } = await actorsOf({
      ...fatima,
      Website: "javascript:alert(1)",
      Email: "fatima",
      Volgorde: "eerst",
    });
    expect(rows[0]).toMatchObject({ website: undefined, email: undefined });
    expect(problems).toMatchObject([{ kind: "incomplete", columns: ["Email", "Website", "Volgorde"] }]);
  });

  test("is not shown when its term cannot be read", async () => {
    const { rows, problems } = await actorsOf({ ...fatima, ActiefTot: "eind mei" });
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ kind: "left-out", columns: ["ActiefTot"] }]);
  });

  test("may hold two roles in two rows", async () => {
    const { rows } = await actorsOf(fatima, { ...fatima, Rol: "vertrouwenspersoon" });
    expect(rows.map((row) => row.role)).toEqual(["netwerk", "vertrouwenspersoon"]);
  });
});

describe("a topic", () => {
  test("keeps the route in its order and the phrases a line each", async () => {
    const { rows } = await readTopics(
      new ListGraph({
        Onderwerpen: items({
          OnderwerpId: "grensoverschrijdend",
          Title: "Grensoverschrijdend gedrag",
          TitelFr: "Comportement abusif",
          Route: "vertrouwenspersoon\r\npaps",
          Voorbeelden: "Mag dit, of niet?\nEn dit?",
          TrefwoordenFr: "harcèlement",
        }),
      }),
      site,
    );
    expect(rows[0]).toMatchObject({
      label: { nl: "Grensoverschrijdend gedrag", fr: "Comportement abusif" },
      route: ["vertrouwenspersoon", "paps"],
      examples: { nl: ["Mag dit, of niet?", "En dit?"] },
      keywords: { fr: ["harcèlement"] },
    });
  });

  test("without a route of known roles is left out", async () => {
    const { rows, problems } = await readTopics(
      new ListGraph({ Onderwerpen: items({ OnderwerpId: "dilemma", Title: "Dilemma", Route: "iedereen" }) }),
      site,
    );
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ title: "Dilemma", columns: ["Route"] }]);
  });
});

describe("a section", () => {
  const section = { Document: "visienota", Sleutel: "waarom", Title: "Waarom", Tekst: "<p>Omdat.</p>" };

  test("loses SharePoint's envelope and counts empty markup as empty", async () => {
    const { rows } = await sectionsOf({
      ...section,
      Tekst: '<div class="ExternalClassA1B2">\u200B<p>Omdat.</p></div>',
      TekstFr: '<div class="ExternalClassFF"><p>\u200B&nbsp;</p></div>',
    });
    expect(rows[0]?.html).toEqual({ nl: "<p>Omdat.</p>" });
  });

  test("may have the same key in both documents", async () => {
    const { rows } = await sectionsOf(section, { ...section, Document: "code" });
    expect(rows).toHaveLength(2);
  });

  test("whose parent is missing becomes a chapter, and the editor hears it", async () => {
    const { rows, problems } = await sectionsOf({ ...section, Onder: "verdwenen" });
    expect(rows[0]?.parent).toBeUndefined();
    expect(problems).toMatchObject([{ kind: "incomplete", columns: ["Onder"] }]);
  });

  test("that hangs under itself is shown, its children stay under it", async () => {
    const { rows, problems } = await sectionsOf(
      { ...section, Sleutel: "a", Onder: "b" },
      { ...section, Sleutel: "b", Onder: "a" },
      { ...section, Sleutel: "c", Onder: "a" },
    );
    expect(rows.map((row) => row.parent)).toEqual([undefined, undefined, "a"]);
    expect(problems.map((problem) => problem.itemId)).toEqual(["1", "2"]);
  });

  test("without text or sections under it is reported", async () => {
    const { rows, problems } = await sectionsOf(
      { ...section, Sleutel: "principes", Tekst: undefined },
      { ...section, Sleutel: "kwaliteit", Onder: "principes" },
      { ...section, Sleutel: "leeg", Tekst: undefined },
    );
    expect(rows).toHaveLength(3);
    expect(problems).toMatchObject([{ itemId: "3", columns: ["Tekst"] }]);
  });
});
