import * as z from "zod/mini";
import type { GraphReader } from "../../src/content/graph-reader.ts";

/**
 * The last good answers of Graph for a list, kept on the device as they came.
 * Reading a copy goes through the same checks as reading Graph: a copy of an
 * older version of the tab cannot break a newer one.
 */
const copySchema = z.object({
  site: z.string(),
  at: z.number(),
  answers: z.array(z.tuple([z.string(), z.unknown()])),
});

export type Copy = z.infer<typeof copySchema>;

function keyOf(list: string): string {
  return `kompas/copy/${list}`;
}

export function loadCopy(list: string): Copy | undefined {
  try {
    const text = localStorage.getItem(keyOf(list));
    return text === null ? undefined : copySchema.parse(JSON.parse(text));
  } catch {
    // Storage may be closed to frames, or hold something old: then there is no copy.
    return undefined;
  }
}

export function saveCopy(list: string, copy: Copy): void {
  try {
    localStorage.setItem(keyOf(list), JSON.stringify(copy));
  } catch {
    // A full or closed storage only costs the fast second opening; half a copy is worse than none.
    dropCopy(list);
  }
}

function dropCopy(list: string): void {
  try {
    localStorage.removeItem(keyOf(list));
  } catch {
    return;
  }
}

/** A copy answers as Graph did. */
export function graphOfCopy(copy: Copy): GraphReader {
  const answers = new Map(copy.answers);
  return { get: async (path) => answers.get(path) };
}

/** Remembers what Graph answers, to make a copy of. */
export function recording(graph: GraphReader): { readonly graph: GraphReader; answers(): Copy["answers"] } {
  const answers = new Map<string, unknown>();
  return {
    graph: {
      get: async (path) => {
        const answer = await graph.get(path);
        answers.set(path, answer);
        return answer;
      },
    },
    answers: () => [...answers],
  };
}
