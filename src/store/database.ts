import type { Kysely } from "kysely";
import type { Tables } from "./schema.ts";

export type Dialect = "sqlite" | "postgres";

/** One database under Kysely: the same queries run on both dialects. */
export interface Database {
  readonly dialect: Dialect;
  readonly db: Kysely<Tables>;
}
