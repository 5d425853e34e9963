import { readActors } from "../../src/content/actors.ts";
import { ContentFault } from "../../src/content/content-fault.ts";
import type { GraphReader } from "../../src/content/graph-reader.ts";
import { readHelpLines } from "../../src/content/help-lines.ts";
import type { ListReading } from "../../src/content/row.ts";
import { readSections } from "../../src/content/sections.ts";
import { readTopics } from "../../src/content/topics.ts";
import type { Published, PublishedList } from "./content-store.ts";
import { graphOfCopy, loadCopy, recording, saveCopy } from "./copies.ts";

const readers: {
  readonly [List in PublishedList]: (
    graph: GraphReader,
    site: string,
  ) => Promise<ListReading<Published[List]>>;
} = {
  topics: readTopics,
  actors: readActors,
  sections: readSections,
  helpLines: readHelpLines,
};

export interface Edition<Row> {
  readonly rows: readonly Row[];
  readonly at: number;
}

/** The copy on this device; undefined when there is none that can be read. */
export async function fromCopy<List extends PublishedList>(
  list: List,
): Promise<Edition<Published[List]> | undefined> {
  const copy = loadCopy(list);
  if (copy === undefined) return undefined;
  try {
    const reading = await readers[list](graphOfCopy(copy), copy.site);
    return { rows: reading.rows, at: copy.at };
  } catch (error) {
    if (error instanceof ContentFault) return undefined;
    throw error;
  }
}

/** What Graph gives now; also becomes the copy. */
export async function fromGraph<List extends PublishedList>(
  list: List,
  graph: GraphReader,
  site: string,
): Promise<Edition<Published[List]>> {
  const recorder = recording(graph);
  const reading = await readers[list](recorder.graph, site);
  if (reading.rows.length === 0 && reading.problems.length > 0)
    throw new ContentFault("unreadable", `No row of ${list} can be read.`);
  const at = Date.now();
  saveCopy(list, { site, at, answers: recorder.answers() });
  return { rows: reading.rows, at };
}
