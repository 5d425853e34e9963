import { roleIds, topicIds } from "../base/vocabulary.ts";
import { lines, number, text, wordOf, wordsOf } from "./columns.ts";
import type { GraphReader } from "./graph-reader.ts";
import { readItems } from "./list-items.ts";
import { lists } from "./lists.ts";
import type { Topic } from "./model.ts";
import { inOrder, type ListReading, type Row, readRows } from "./row.ts";

const topicId = wordOf(topicIds);
const route = wordsOf(roleIds);

function readTopic(row: Row): Topic {
  return {
    id: row.need("OnderwerpId", topicId, "dilemma"),
    label: row.localized(row.need("Title", text, ""), "Titel", text),
    keywords: row.perLanguage("Trefwoorden", lines),
    examples: row.perLanguage("Voorbeelden", lines),
    route: row.need("Route", route, []),
    order: row.want("Volgorde", number) ?? Number.MAX_SAFE_INTEGER,
  };
}

export async function readTopics(graph: GraphReader, site: string): Promise<ListReading<Topic>> {
  const reading = readRows(await readItems(graph, site, lists.topics), {
    list: lists.topics.name,
    read: readTopic,
    keyOf: (topic) => topic.id,
    keyColumns: ["OnderwerpId"],
  });
  return { rows: inOrder(reading.rows), problems: reading.problems };
}
