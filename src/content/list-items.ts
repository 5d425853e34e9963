import * as z from "zod/mini";
import { ContentFault } from "./content-fault.ts";
import type { GraphReader } from "./graph-reader.ts";

/** An item of a list before its columns are looked at. `fields` is undefined when it is no item at all. */
export interface ListItem {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>> | undefined;
}

export interface ListShape {
  readonly name: string;
  readonly columns: readonly string[];
}

const page = z.object({
  value: z.array(z.unknown()),
  "@odata.nextLink": z.optional(z.string()),
});

const item = z.object({
  id: z.union([z.string(), z.number()]),
  fields: z.record(z.string(), z.unknown()),
});

const identified = z.object({ id: z.union([z.string(), z.number()]) });

/** SharePoint gives at most 200 items a page by default; more than this is a link that goes round. */
const pageLimit = 500;

function listItemOf(row: unknown, position: number): ListItem {
  const whole = z.safeParse(item, row);
  if (whole.success) return { id: String(whole.data.id), fields: whole.data.fields };
  const partial = z.safeParse(identified, row);
  return { id: partial.success ? String(partial.data.id) : `#${position}`, fields: undefined };
}

/**
 * Only the part behind /v1.0 is followed, so that a link in an answer can never
 * send our token to another host.
 */
function pathOf(nextLink: string): string {
  const start = nextLink.indexOf("/v1.0/");
  if (start < 0) throw new ContentFault("unreadable", "The next page of a list is not under /v1.0.");
  return nextLink.slice(start + "/v1.0".length);
}

async function getPage(graph: GraphReader, path: string, list: string): Promise<z.infer<typeof page>> {
  let answer: unknown;
  try {
    answer = await graph.get(path);
  } catch (error) {
    if (error instanceof ContentFault) throw error;
    throw new ContentFault("unreachable", `The list ${list} could not be fetched.`, { cause: error });
  }
  const parsed = z.safeParse(page, answer);
  if (!parsed.success) throw new ContentFault("unreadable", `The list ${list} was not answered with items.`);
  return parsed.data;
}

/** All items of a list, page after page. */
export async function readItems(
  graph: GraphReader,
  site: string,
  list: ListShape,
): Promise<readonly ListItem[]> {
  const columns = list.columns.join(",");
  const items: ListItem[] = [];
  const visited = new Set<string>();
  let path: string | undefined =
    `/sites/${site}/lists/${encodeURIComponent(list.name)}/items?$expand=fields($select=${columns})`;
  while (path !== undefined) {
    if (visited.has(path) || visited.size >= pageLimit)
      throw new ContentFault("unreadable", `The pages of the list ${list.name} do not end.`);
    visited.add(path);
    const answer: z.infer<typeof page> = await getPage(graph, path, list.name);
    for (const row of answer.value) items.push(listItemOf(row, items.length + 1));
    const next: string | undefined = answer["@odata.nextLink"];
    path = next === undefined ? undefined : pathOf(next);
  }
  return items;
}
