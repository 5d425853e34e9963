import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { Clock, Log } from "../../src/base/ports.ts";
import { readContent } from "../../src/content/content.ts";
import type { GraphReader } from "../../src/content/graph-reader.ts";
import type { Content } from "../../src/content/model.ts";
import type { ContentSource } from "./content-source.ts";

export interface ContentCacheParts {
  readonly graph: GraphReader;
  readonly site: string;
  /** Where the last good answers of Graph are kept, so that a restart does not need Graph. */
  readonly file: string;
  /** Older content is read again, in the background. */
  readonly maxAgeMs: number;
  readonly clock: Clock;
  readonly log: Log;
}

/** Graph's own answers by path: what is kept is read by the same code as what is fresh. */
type Answers = Map<string, unknown>;
const answersSchema = z.record(z.string(), z.unknown());

/** Content with a last good copy: only whoever comes first, ever, waits for Graph. */
export function createContentCache(parts: ContentCacheParts): ContentSource {
  let copy: { readonly content: Content; readonly readAt: number } | undefined;
  let reading: Promise<Content> | undefined;

  function refresh(): Promise<Content> {
    reading ??= readAndKeep(parts)
      .then((content) => {
        copy = { content, readAt: parts.clock() };
        return content;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  async function firstContent(): Promise<Content> {
    try {
      return await refresh();
    } catch (fault) {
      const kept = await readKept(parts);
      if (!kept) throw fault;
      parts.log("warn", "content-from-last-good-copy", {}, fault);
      copy = { content: kept, readAt: parts.clock() };
      return kept;
    }
  }

  return {
    async current() {
      if (!copy) return firstContent();
      if (parts.clock() - copy.readAt > parts.maxAgeMs) {
        refresh().catch((fault: unknown) => {
          // The copy serves for another while; asking at every turn would only make a busy Graph busier.
          copy = copy && { ...copy, readAt: parts.clock() };
          parts.log("warn", "content-not-refreshed", {}, fault);
        });
      }
      return copy.content;
    },
  };
}

async function readAndKeep({ graph, site, file, log }: ContentCacheParts): Promise<Content> {
  const answers: Answers = new Map();
  const recording: GraphReader = {
    async get(path) {
      const answer = await graph.get(path);
      answers.set(path, answer);
      return answer;
    },
  };
  const content = await readContent(recording, site);
  await keep(file, answers).catch((error: unknown) => log("warn", "content-copy-not-written", {}, error));
  return content;
}

/** Written beside and renamed, so that a crash leaves the old copy or the new one, never half of one. */
async function keep(file: string, answers: Answers): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(answers)));
  await rename(`${file}.new`, file);
}

async function readKept({ file, site, log }: ContentCacheParts): Promise<Content | undefined> {
  try {
    const answers = answersSchema.parse(JSON.parse(await readFile(file, "utf8")));
    return await readContent({ get: async (path) => answers[path] }, site);
  } catch (error) {
    log("info", "no-last-good-copy", {}, error);
    return undefined;
  }
}
