import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readContent } from "../../src/content/content.ts";
import { ContentFault, contentReasonOf } from "../../src/content/content-fault.ts";
import type { GraphReader } from "../../src/content/graph-reader.ts";
import { lists } from "../../src/content/lists.ts";
import { ListGraph } from "./list-graph.ts";

const site = "zone.example,1,2";

function answering(answer: unknown): GraphReader {
  return { get: async () => answer };
}

async function reasonOf(graph: GraphReader): Promise<string> {
  try {
    await readContent(graph, site);
    return "none";
  } catch (error) {
    return error instanceof ContentFault ? error.reason : `not a ContentFault: ${String(error)}`;
  }
}

describe("a Graph that does not give a list", () => {
  test.each([[undefined], [null], ["<html>"], [[]], [{}], [{ value: "none" }], [{ value: {} }]])(
    "but %j is called unreadable",
    async (answer) => {
      expect(await reasonOf(answering(answer))).toBe("unreadable");
    },
  );

  test("but fails without a reason is called unreachable, with the cause kept", async () => {
    const cause = new TypeError("fetch failed");
    const graph: GraphReader = { get: () => Promise.reject(cause) };
    await expect(readContent(graph, site)).rejects.toMatchObject({ reason: "unreachable", cause });
  });

  test("but says why keeps its reason", async () => {
    const fault = new ContentFault("throttled", "429", { retryAfterSeconds: 7 });
    const graph: GraphReader = { get: () => Promise.reject(fault) };
    await expect(readContent(graph, site)).rejects.toBe(fault);
  });

  test("but pages that go round is given up", async () => {
    const graph: GraphReader = {
      get: async (path) => ({ value: [], "@odata.nextLink": `https://graph.example/v1.0${path}` }),
    };
    expect(await reasonOf(graph)).toBe("unreadable");
  });

  test("is never followed to an address outside /v1.0", async () => {
    const asked: string[] = [];
    const graph: GraphReader = {
      get: async (path) => {
        asked.push(path);
        return { value: [], "@odata.nextLink": "https://elsewhere.example/steal" };
      },
    };
    expect(await reasonOf(graph)).toBe("unreadable");
    expect(asked.every((path) => path.startsWith("/sites/"))).toBe(true);
  });

  test.each([
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "missing"],
    [429, "throttled"],
    [503, "throttled"],
    [500, "unreachable"],
    [400, "unreadable"],
  ])("but status %i means %s", (status, reason) => {
    expect(contentReasonOf(status)).toBe(reason);
  });
});

describe("whatever an editor or a broken server puts in rows", () => {
  const columns = [...new Set(Object.values(lists).flatMap((list) => list.columns))];
  const plausible = fc.constantFrom(
    "persoon",
    "dienst",
    "netwerk",
    "visienota",
    "code",
    "geschenken",
    "nl, fr",
    "106",
    "2026-02-30",
    "2026-01-01T00:00:00Z",
    "a",
    "b",
    "<p>x</p>",
  );
  const value = fc.oneof(plausible, fc.string(), fc.double(), fc.boolean(), fc.jsonValue());
  const row = fc.record({
    id: fc.oneof(fc.string(), fc.integer()),
    fields: fc.dictionary(fc.constantFrom(...columns), value, { maxKeys: columns.length }),
  });

  test("the reader gives rows or problems for each, and never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(row, fc.jsonValue()), { maxLength: 12 }), async (rows) => {
        const graph = new ListGraph({ Onderwerpen: rows, Netwerk: rows, Secties: rows, Hulplijnen: rows }, 4);
        const content = await readContent(graph, site);
        const shown =
          content.topics.length + content.actors.length + content.sections.length + content.helpLines.length;
        const hidden = content.problems.filter((problem) => problem.kind !== "incomplete").length;
        expect(shown + hidden).toBe(rows.length * 4);
        for (const actor of content.actors) expect(actor.website ?? "https://").toMatch(/^https?:\/\//i);
      }),
      { numRuns: 300 },
    );
  });
});
