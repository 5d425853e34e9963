import type { Row } from "../site/schemas.ts";

export type Condition = (row: Row) => boolean;

/**
 * The part of OData `$filter` that our readers use on list items:
 * `fields/X eq 'y'` (also ne, numbers, booleans), `startswith(fields/X,'y')`, joined by `and`.
 * `undefined` for anything else, which the caller answers with Graph's own 400.
 */
export function filterFrom(expression: string): { test: Condition; columns: readonly string[] } | undefined {
  const parts = splitAnd(expression).map(conditionFrom);
  const known = parts.filter((part) => part !== undefined);
  if (known.length !== parts.length) return undefined;
  return {
    test: (row) => known.every((part) => part.test(row)),
    columns: known.map((part) => part.column),
  };
}

/** Splits at `and` outside of quotes. */
function splitAnd(expression: string): readonly string[] {
  return expression.split(/\s+and\s+(?=(?:[^']*'[^']*')*[^']*$)/i).map((part) => part.trim());
}

function conditionFrom(part: string): { column: string; test: Condition } | undefined {
  return comparison(part) ?? prefix(part);
}

function comparison(part: string): { column: string; test: Condition } | undefined {
  const found = /^(?:fields\/(\w+)|(id)) (eq|ne) (.+)$/i.exec(part);
  const column = found?.[1] ?? found?.[2];
  const literal = found?.[4] === undefined ? undefined : literalFrom(found[4]);
  if (column === undefined || literal === undefined) return undefined;
  const wantsEqual = found?.[3]?.toLowerCase() === "eq";
  return { column, test: (row) => isEqual(cellOf(row, column), literal.value) === wantsEqual };
}

function prefix(part: string): { column: string; test: Condition } | undefined {
  const found = /^startswith\(\s*fields\/(\w+)\s*,\s*(.+)\)$/i.exec(part);
  const column = found?.[1];
  const start = found?.[2] === undefined ? undefined : literalFrom(found[2].trim())?.value;
  if (column === undefined || typeof start !== "string") return undefined;
  return {
    column,
    test: (row) =>
      String(cellOf(row, column) ?? "")
        .toLowerCase()
        .startsWith(start.toLowerCase()),
  };
}

function cellOf(row: Row, column: string): unknown {
  return column === "id" ? row.id : row.fields[column];
}

/** SharePoint compares text without regard to case. */
function isEqual(actual: unknown, wanted: unknown): boolean {
  if (typeof actual === "string" && typeof wanted === "string") {
    return actual.toLowerCase() === wanted.toLowerCase();
  }
  return (actual ?? null) === wanted;
}

function literalFrom(source: string): { value: string | number | boolean | null } | undefined {
  const text = /^'((?:[^']|'')*)'$/.exec(source)?.[1];
  if (text !== undefined) return { value: text.replaceAll("''", "'") };
  if (/^-?\d+(\.\d+)?$/.test(source)) return { value: Number(source) };
  if (source === "true" || source === "false") return { value: source === "true" };
  return source === "null" ? { value: null } : undefined;
}
