import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import { z } from "zod";
import type { Database } from "./database.ts";
import type { Tables } from "./schema.ts";
import { StoreFault } from "./store-fault.ts";

/**
 * The embedded store: one file in `dataDir`, written by one process. Every
 * commit is on disk when it returns. Throws `StoreFault` `in-use` when another
 * process has the file.
 */
export function openSqlite(dataDir: string): Database {
  mkdirSync(dataDir, { recursive: true });
  const database = new DatabaseSync(join(dataDir, "integriteitskompas.sqlite"), { timeout: 1000 });
  try {
    // Exclusive locking in WAL mode keeps a second process out for as long as this one lives.
    database.exec("pragma locking_mode = exclusive");
    database.exec("pragma journal_mode = wal");
    database.exec("pragma synchronous = full");
    database.exec("pragma foreign_keys = on");
    database.exec("begin immediate; commit");
  } catch (cause) {
    database.close();
    throw openingFault(dataDir, cause);
  }
  return {
    dialect: "sqlite",
    db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(database) }) }),
  };
}

function openingFault(dataDir: string, cause: unknown): StoreFault {
  const locked = cause instanceof Error && /locked|busy/.test(cause.message);
  return locked
    ? new StoreFault("in-use", `Another process has the data folder ${dataDir}. Stop it, or set DATA_DIR.`, {
        cause,
      })
    : new StoreFault("unusable", `The data folder ${dataDir} holds no usable database. Set DATA_DIR.`, {
        cause,
      });
}

const boundValues = z.array(
  z.union([z.null(), z.number(), z.bigint(), z.string(), z.instanceof(Uint8Array)]),
) satisfies z.ZodType<SQLInputValue[]>;

/** The few calls that Kysely makes, on Node's own SQLite; statements are prepared once. */
function forKysely(database: DatabaseSync) {
  const prepared = new Map<string, ReturnType<typeof prepare>>();
  function prepare(sql: string) {
    const statement = database.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (values: readonly unknown[]): unknown[] => statement.all(...boundValues.parse(values)),
      run: (values: readonly unknown[]) => statement.run(...boundValues.parse(values)),
      iterate: (values: readonly unknown[]) => statement.iterate(...boundValues.parse(values)),
    };
  }
  return {
    close: () => database.close(),
    prepare(sql: string) {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = prepare(sql);
      prepared.set(sql, statement);
      return statement;
    },
  };
}
