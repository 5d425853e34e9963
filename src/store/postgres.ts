import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Log } from "../base/ports.ts";
import type { Database } from "./database.ts";
import type { Tables } from "./schema.ts";

/** PostgreSQL for more than one machine. Several servers may share one database. */
export function openPostgres(databaseUrl: string, log: Log): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    // Counts and times come as bigint; they fit a number exactly until the year 287396.
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // Without a listener, a connection that breaks while idle would end the process.
  pool.on("error", (error) => log("warn", "database-connection-lost", {}, error));
  return { dialect: "postgres", db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }) };
}

const int8 = 20;
