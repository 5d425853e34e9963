import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createContentCache } from "../../bot/content/content-cache.ts";
import { ContentFault } from "../../src/content/content-fault.ts";

function setUp(file = join(mkdtempSync(join(tmpdir(), "content-")), "content.json")) {
  const world = { now: 0, title: "Geschenken", reads: 0, broken: false };
  const graph = {
    async get(path: string) {
      if (world.broken) throw new ContentFault("unreachable", "Graph gave no answer.");
      if (!path.includes("/lists/Onderwerpen/")) return { value: [] };
      world.reads += 1;
      const fields = { OnderwerpId: "geschenken", Title: world.title, Route: "netwerk", Volgorde: 1 };
      return { value: [{ id: "1", fields }] };
    },
  };
  const cache = () =>
    createContentCache({
      graph,
      site: "s",
      file,
      maxAgeMs: 1000,
      clock: () => world.now,
      log: () => undefined,
    });
  return { world, cache, file };
}

const labelOf = async (cache: ReturnType<typeof createContentCache>) =>
  (await cache.current()).topics.map((topic) => topic.label.nl).join();
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("the content cache", () => {
  it("asks Graph once for callers that come together", async () => {
    const { world, cache } = setUp();
    const one = cache();
    await Promise.all([one.current(), one.current(), one.current()]);
    expect(world.reads).toBe(1);
  });

  it("answers from its copy and reads again in the background", async () => {
    const { world, cache } = setUp();
    const one = cache();
    await one.current();
    world.title = "Cadeaus";
    world.now = 2000;
    expect(await labelOf(one)).toBe("Geschenken");
    await settle();
    expect(await labelOf(one)).toBe("Cadeaus");
  });

  it("keeps what it has while Graph fails, and does not ask at every turn", async () => {
    const { world, cache } = setUp();
    const one = cache();
    await one.current();
    world.broken = true;
    world.now = 2000;
    expect(await labelOf(one)).toBe("Geschenken");
    await settle();
    expect(await labelOf(one)).toBe("Geschenken");
  });

  it("starts from the last good copy when Graph does not answer", async () => {
    const { world, cache } = setUp();
    await cache().current();
    await settle();
    world.broken = true;
    expect(await labelOf(cache())).toBe("Geschenken");
  });

  it("throws what Graph said when there never was a copy, and recovers with Graph", async () => {
    const { world, cache } = setUp();
    world.broken = true;
    const one = cache();
    await expect(one.current()).rejects.toMatchObject({ reason: "unreachable" });
    world.broken = false;
    expect(await labelOf(one)).toBe("Geschenken");
  });

  it("takes a damaged copy for none", async () => {
    const { world, cache, file } = setUp();
    writeFileSync(file, '{"half');
    world.broken = true;
    await expect(cache().current()).rejects.toBeInstanceOf(ContentFault);
  });
});
