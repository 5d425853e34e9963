import { sql } from "kysely";
import type { Log } from "../base/ports.ts";
import { chatStore } from "./chat-store.ts";
import { migrate } from "./migrate.ts";
import { outboxStore, releaseLeases } from "./outbox-store.ts";
import { openPostgres } from "./postgres.ts";
import { questionStore } from "./question-store.ts";
import { openSqlite } from "./sqlite.ts";

export interface StoreLocation {
  /** `postgres://…`; absent means the embedded store. */
  readonly databaseUrl: string | undefined;
  /** Where the embedded store keeps its file. */
  readonly dataDir: string;
}

/** Opens the store, brings its tables to this version, and hands out its parts. Throws `StoreFault`. */
export async function openStore({ databaseUrl, dataDir }: StoreLocation, log: Log) {
  const database = databaseUrl === undefined ? openSqlite(dataDir) : openPostgres(databaseUrl, log);
  await migrate(database);
  if (database.dialect === "sqlite") await releaseLeases(database);
  return {
    questions: questionStore(database),
    outbox: outboxStore(database),
    chats: chatStore(database),
    /** Throws when the database does not answer. */
    async ping(): Promise<void> {
      await sql`select 1`.execute(database.db);
    },
    close: () => database.db.destroy(),
  };
}

export type Store = Awaited<ReturnType<typeof openStore>>;
