import type { GraphReader } from "../../src/content/graph-reader.ts";

export type Fields = Record<string, unknown>;

/** A Graph that answers lists from memory, a page at a time, and remembers what was asked. */
export class ListGraph implements GraphReader {
  readonly asked: string[] = [];
  readonly #lists: Readonly<Record<string, readonly unknown[]>>;
  readonly #pageSize: number;

  constructor(lists: Readonly<Record<string, readonly unknown[]>>, pageSize = 100) {
    this.#lists = lists;
    this.#pageSize = pageSize;
  }

  async get(path: string): Promise<unknown> {
    this.asked.push(path);
    const url = new URL(path, "https://graph.example");
    const name = /\/lists\/([^/]+)\/items$/.exec(url.pathname)?.[1] ?? "";
    const rows = this.#lists[decodeURIComponent(name)] ?? [];
    const start = Number(url.searchParams.get("$skiptoken") ?? 0);
    const end = start + this.#pageSize;
    url.searchParams.set("$skiptoken", String(end));
    return {
      value: rows.slice(start, end),
      ...(end < rows.length
        ? { "@odata.nextLink": `https://graph.example/v1.0${url.pathname}${url.search}` }
        : {}),
    };
  }
}

export function items(...rows: readonly Fields[]): readonly unknown[] {
  return rows.map((fields, index) => ({ id: String(index + 1), fields }));
}
