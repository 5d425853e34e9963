import * as z from "zod/mini";
import type { Language, Localized } from "../base/language.ts";
import type { ListItem } from "./list-items.ts";
import type { ContentProblem } from "./model.ts";

/** What became of a list: the rows that can be shown, and what editors should look at. */
export interface ListReading<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly ContentProblem[];
}

const suffixes: Readonly<Record<Exclude<Language, "nl">, string>> = { fr: "Fr", de: "De", en: "En" };

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) && value.length === 0)
  );
}

/**
 * Reads one item column by column and remembers which columns were wrong.
 * `need` makes the row unusable when it fails; `want` only leaves the value out.
 */
export class Row {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #wrong = new Set<string>();
  #usable = true;

  constructor(fields: Readonly<Record<string, unknown>>) {
    this.#fields = fields;
  }

  get wrongColumns(): readonly string[] {
    return [...this.#wrong];
  }

  get usable(): boolean {
    return this.#usable;
  }

  /** Undefined when the column is empty; the row is lost when it is not as it should be. */
  sure<Value>(column: string, schema: z.ZodMiniType<Value>): Value | undefined {
    const wrongBefore = this.#wrong.size;
    const value = this.want(column, schema);
    if (this.#wrong.size > wrongBefore) this.#usable = false;
    return value;
  }

  need<Value>(column: string, schema: z.ZodMiniType<Value>, instead: Value): Value {
    const value = this.want(column, schema);
    if (value !== undefined && value !== "") return value;
    this.#wrong.add(column);
    this.#usable = false;
    return instead;
  }

  want<Value>(column: string, schema: z.ZodMiniType<Value>): Value | undefined {
    const value = this.#fields[column];
    if (isEmpty(value)) return undefined;
    const parsed = z.safeParse(schema, value);
    if (parsed.success) return parsed.data;
    this.#wrong.add(column);
    return undefined;
  }

  /** The translations of a column, Dutch first; a translation that is wrong is left out. */
  localized(nl: string, base: string, schema: z.ZodMiniType<string>): Localized {
    const translations: { -readonly [L in Exclude<Language, "nl">]?: string } = {};
    for (const language of ["fr", "de", "en"] as const) {
      const value = this.want(`${base}${suffixes[language]}`, schema);
      if (value !== undefined && value !== "") translations[language] = value;
    }
    return { nl, ...translations };
  }

  perLanguage<Value>(column: string, schema: z.ZodMiniType<Value>): Partial<Record<Language, Value>> {
    const found: Partial<Record<Language, Value>> = {};
    for (const language of ["nl", "fr", "de", "en"] as const) {
      const suffix = language === "nl" ? "" : suffixes[language];
      const value = this.want(`${column}${suffix}`, schema);
      if (value !== undefined) found[language] = value;
    }
    return found;
  }
}

function titleOf(item: ListItem): string {
  const title = item.fields?.["Title"];
  return typeof title === "string" ? title.trim().slice(0, 120) : "";
}

/** What one list asks of its rows. */
export interface RowReading<Value> {
  readonly list: string;
  read(row: Row, item: ListItem): Value;
  /** Two rows with the same key: the first stays, the second is a problem. */
  keyOf(value: Value): string;
  readonly keyColumns: readonly string[];
}

/** Turns items into rows; nothing that an editor can type makes it throw. */
export function readRows<Value>(items: readonly ListItem[], reading: RowReading<Value>): ListReading<Value> {
  const rows: Value[] = [];
  const problems: ContentProblem[] = [];
  const keys = new Set<string>();
  for (const item of items) {
    const place = { list: reading.list, itemId: item.id, title: titleOf(item) };
    if (item.fields === undefined) {
      problems.push({ ...place, kind: "left-out", columns: [] });
      continue;
    }
    const row = new Row(item.fields);
    const value = reading.read(row, item);
    if (!row.usable) {
      problems.push({ ...place, kind: "left-out", columns: row.wrongColumns });
      continue;
    }
    const key = reading.keyOf(value);
    if (keys.has(key)) {
      problems.push({ ...place, kind: "duplicate", columns: reading.keyColumns });
      continue;
    }
    keys.add(key);
    rows.push(value);
    if (row.wrongColumns.length > 0)
      problems.push({ ...place, kind: "incomplete", columns: row.wrongColumns });
  }
  return { rows, problems };
}

/** Editors order rows by number; equal numbers keep the order of the list. */
export function inOrder<Value extends { readonly order: number }>(rows: readonly Value[]): readonly Value[] {
  return rows.toSorted((one, other) => one.order - other.order);
}
