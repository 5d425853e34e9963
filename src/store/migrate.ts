import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import type { Database } from "./database.ts";
import { questions } from "./migrations/0001-questions.ts";
import { StoreFault } from "./store-fault.ts";

/** Any number, the same for all servers of this product. */
const lockNumber = 490_263_117;

/** Brings the tables to this version. Servers that start together wait for each other. */
export async function migrate({ db, dialect }: Database): Promise<void> {
  await db.connection().execute(async (connection) => {
    const shared = dialect === "postgres";
    if (shared) await sql`select pg_advisory_lock(${lockNumber})`.execute(connection);
    try {
      const migrator = new Migrator({
        db: connection,
        provider: { getMigrations: async () => ({ "0001-questions": questions(dialect) }) },
      });
      const { error } = await migrator.migrateToLatest();
      if (error)
        throw new StoreFault("unusable", "The database cannot be brought to this version.", { cause: error });
    } finally {
      if (shared) await sql`select pg_advisory_unlock(${lockNumber})`.execute(connection);
    }
  });
}
