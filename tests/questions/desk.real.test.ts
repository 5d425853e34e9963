import { afterAll, describe, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { startPostgres } from "../support/postgres.ts";
import { describeDesk } from "./desk-suite.ts";

const server = await startPostgres();

if (server) {
  afterAll(() => server.stop());
  describeDesk("PostgreSQL", async () =>
    openStore({ databaseUrl: await server.newDatabase(), dataDir: "unused" }, () => undefined),
  );
} else {
  describe("the question desk on PostgreSQL", () => {
    it.skip("needs the Debian package postgresql, which could not be found or installed");
  });
}
