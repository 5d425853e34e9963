import { afterAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { startPostgres } from "../support/postgres.ts";
import { createTestDesk, fatima } from "../support/test-desk.ts";
import { questionFrom } from "../support/test-questions.ts";

const server = await startPostgres();
afterAll(() => server?.stop());

describe.skipIf(server === undefined)("servers that share one PostgreSQL", () => {
  const open = (databaseUrl: string | undefined) =>
    openStore({ databaseUrl, dataDir: "unused" }, () => undefined);

  it("may all make the tables at the same moment", async () => {
    const databaseUrl = await server?.newDatabase();
    const stores = await Promise.all([1, 2, 3, 4].map(() => open(databaseUrl)));
    for (const store of stores) await store.ping();
    await Promise.all(stores.map((store) => store.close()));
  });

  it("see each other's questions, and never take the same delivery", async () => {
    const databaseUrl = await server?.newDatabase();
    const [one, other] = [await open(databaseUrl), await open(databaseUrl)];
    const { desk, world } = createTestDesk(one);
    const { id } = await desk.ask(questionFrom("asker"));
    expect((await other.questions.read(id))?.question).toMatchObject({ id, askedAt: world.now });
    expect(await other.questions.load()).toEqual(new Map([[fatima, 1]]));

    const lease = world.now + 60_000;
    const takes = await Promise.all(
      [one, other, one, other].map(({ outbox }) => outbox.take(world.now, lease, 16)),
    );
    expect(takes.flat()).toHaveLength(1);
    await Promise.all([one.close(), other.close()]);
  });

  it("takes over what another server had taken when its lease ends", async () => {
    const databaseUrl = await server?.newDatabase();
    const [one, other] = [await open(databaseUrl), await open(databaseUrl)];
    const { desk, world } = createTestDesk(one);
    await desk.ask(questionFrom("asker"));
    const [taken] = await one.outbox.take(world.now, world.now + 15_000, 16);
    await one.outbox.extend(taken ? [taken.sequence] : [], world.now + 30_000);
    expect(await other.outbox.take(world.now + 20_000, world.now + 40_000, 16)).toHaveLength(0);
    expect(await other.outbox.take(world.now + 30_000, world.now + 60_000, 16)).toMatchObject([
      { sequence: taken?.sequence, attempts: 1 },
    ]);
    await Promise.all([one.close(), other.close()]);
  });
});
