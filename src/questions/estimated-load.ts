import type { Clock } from "../base/ports.ts";
import type { MemberId } from "../base/vocabulary.ts";
import type { QuestionStore } from "./ports.ts";

/** Open questions per member, good enough to spread the work fairly. */
export interface EstimatedLoad {
  current(): Promise<ReadonlyMap<MemberId, number>>;
  /** This member just got one more. */
  add(member: MemberId): void;
}

const maxAgeMs = 5_000;

/**
 * Counts again at most every few seconds, and adds what this server gave out
 * meanwhile: counting costs more the more is open, and would do so at every
 * question. What other servers gave out in those seconds is not in it.
 */
export function estimateLoad(store: Pick<QuestionStore, "load">, clock: Clock): EstimatedLoad {
  let counted: { readonly at: number; readonly load: Promise<Map<MemberId, number>> } | undefined;
  let latest = new Map<MemberId, number>();

  async function count(): Promise<Map<MemberId, number>> {
    latest = new Map(await store.load());
    return latest;
  }

  return {
    current() {
      const now = clock();
      if (counted && now - counted.at <= maxAgeMs) return counted.load;
      const load = count();
      counted = { at: now, load };
      load.catch(() => {
        // Whoever waits for it sees the failure; the next one asks again.
        counted = undefined;
      });
      return load;
    },
    add(member) {
      latest.set(member, (latest.get(member) ?? 0) + 1);
    },
  };
}
