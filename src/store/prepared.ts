import type { Compilable, CompiledQuery, Kysely, QueryResult } from "kysely";
import type { Tables } from "./schema.ts";

/** Stands in a query for a value that is given when it runs. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Runs a prepared query in a database or a transaction. */
export type Prepared<Values, Row> = (db: Kysely<Tables>, values: Values) => Promise<QueryResult<Row>>;

/**
 * A query that is built and compiled once, and run with other values each
 * time: Kysely builds and compiles anew at every call, which costs more than
 * the database takes to answer. `value` holds the place of each value; it may
 * only be passed on to Kysely, not looked at.
 */
export function prepared<Values extends object, Row>(
  build: (db: Kysely<Tables>, value: Values) => Compilable<Row>,
): Prepared<Values, Row> {
  // By adapter, since a test may have both databases in one process.
  const compiled = new WeakMap<object, CompiledQuery<Row>>();

  function compile(db: Kysely<Tables>): CompiledQuery<Row> {
    const slots = new Proxy({} as Values, { get: (_, name) => new Slot(String(name)) });
    return build(db, slots).compile();
  }

  return (db, values) => {
    const { adapter } = db.getExecutor();
    const query = compiled.get(adapter) ?? compile(db);
    compiled.set(adapter, query);
    const given = new Map(Object.entries(values));
    const parameters = query.parameters.map((value) =>
      value instanceof Slot ? given.get(value.name) : value,
    );
    return db.executeQuery({ ...query, parameters });
  };
}
