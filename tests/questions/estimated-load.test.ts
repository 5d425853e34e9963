import { describe, expect, it } from "vitest";
import type { MemberId } from "../../src/base/vocabulary.ts";
import { estimateLoad } from "../../src/questions/estimated-load.ts";

const fatima = "fatima" as MemberId;
const bram = "bram" as MemberId;

function setUp() {
  const world = { now: 0, counts: 0, broken: false, stored: new Map([[fatima, 2]]) };
  const store = {
    async load() {
      world.counts += 1;
      if (world.broken) throw new Error("The database does not answer.");
      return world.stored;
    },
  };
  return { world, load: estimateLoad(store, () => world.now) };
}

describe("the estimated load", () => {
  it("is counted once for many questions in a row, and grows with each that is given out", async () => {
    const { world, load } = setUp();
    await load.current();
    load.add(bram);
    load.add(fatima);
    expect(await load.current()).toEqual(
      new Map([
        [fatima, 3],
        [bram, 1],
      ]),
    );
    expect(world.counts).toBe(1);
    expect(world.stored).toEqual(new Map([[fatima, 2]]));
  });

  it("is counted again after a few seconds", async () => {
    const { world, load } = setUp();
    await load.current();
    load.add(bram);
    world.now = 6_000;
    expect(await load.current()).toEqual(new Map([[fatima, 2]]));
  });

  it("does not keep a failure", async () => {
    const { world, load } = setUp();
    world.broken = true;
    await expect(load.current()).rejects.toThrow();
    world.broken = false;
    expect(await load.current()).toEqual(new Map([[fatima, 2]]));
  });
});
