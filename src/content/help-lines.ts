import { number, phone, text, website } from "./columns.ts";
import { fold } from "./fold.ts";
import type { GraphReader } from "./graph-reader.ts";
import { type ListItem, readItems } from "./list-items.ts";
import { lists } from "./lists.ts";
import type { HelpLine } from "./model.ts";
import { inOrder, type ListReading, type Row, readRows } from "./row.ts";

function readHelpLine(row: Row, item: ListItem): HelpLine {
  const explanation = row.want("Toelichting", text);
  return {
    id: item.id,
    name: row.localized(row.need("Title", text, ""), "Titel", text),
    phone: row.need("Telefoon", phone, ""),
    website: row.want("Website", website),
    explanation: explanation ? row.localized(explanation, "Toelichting", text) : undefined,
    order: row.want("Volgorde", number) ?? Number.MAX_SAFE_INTEGER,
  };
}

export async function readHelpLines(graph: GraphReader, site: string): Promise<ListReading<HelpLine>> {
  const reading = readRows(await readItems(graph, site, lists.helpLines), {
    list: lists.helpLines.name,
    read: readHelpLine,
    keyOf: (line) => fold(line.name.nl),
    keyColumns: ["Title"],
  });
  return { rows: inOrder(reading.rows), problems: reading.problems };
}
