import { readActors } from "./actors.ts";
import type { GraphReader } from "./graph-reader.ts";
import { readHelpLines } from "./help-lines.ts";
import type { Content } from "./model.ts";
import { readSections } from "./sections.ts";
import { readTopics } from "./topics.ts";

/** Everything the site publishes, in one go; a ContentFault when one of the lists cannot be read at all. */
export async function readContent(graph: GraphReader, site: string): Promise<Content> {
  const [topics, actors, sections, helpLines] = await Promise.all([
    readTopics(graph, site),
    readActors(graph, site),
    readSections(graph, site),
    readHelpLines(graph, site),
  ]);
  return {
    topics: topics.rows,
    actors: actors.rows,
    sections: sections.rows,
    helpLines: helpLines.rows,
    problems: [...topics.problems, ...actors.problems, ...sections.problems, ...helpLines.problems],
  };
}
