import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/store/open-store.ts";
import { describeDesk } from "./desk-suite.ts";

describeDesk("SQLite", () =>
  openStore({ databaseUrl: undefined, dataDir: mkdtempSync(join(tmpdir(), "desk-")) }, () => undefined),
);
