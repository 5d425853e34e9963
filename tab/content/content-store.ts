import { ContentFault } from "../../src/content/content-fault.ts";
import type { GraphReader } from "../../src/content/graph-reader.ts";
import type { Actor, HelpLine, Section, Topic } from "../../src/content/model.ts";

export interface Published {
  readonly topics: Topic;
  readonly actors: Actor;
  readonly sections: Section;
  readonly helpLines: HelpLine;
}
export type PublishedList = keyof Published;

/** What a page knows of a list at this moment. Rows and a fault together: an older copy is shown. */
export interface ListState<Row> {
  readonly rows: readonly Row[] | undefined;
  /** When the rows were read from SharePoint. */
  readonly at: number | undefined;
  readonly loading: boolean;
  readonly slow: boolean;
  readonly fault: ContentFault | undefined;
}

const atFirst: ListState<never> = {
  rows: undefined,
  at: undefined,
  loading: true,
  slow: false,
  fault: undefined,
};

/** A page that opens again within this time does not ask again. */
const freshFor = 20_000;
const slowAfter = 5_000;

type States = { [List in PublishedList]: ListState<Published[List]> };

/** Where the pages get what is published: the copy on the device at once, then SharePoint. */
export class ContentStore {
  readonly #graph: () => Promise<{ readonly graph: GraphReader; readonly site: string }>;
  readonly #listeners = new Set<() => void>();
  readonly #running = new Map<PublishedList, Promise<void>>();
  #states: States = { topics: atFirst, actors: atFirst, sections: atFirst, helpLines: atFirst };

  constructor(graph: () => Promise<{ readonly graph: GraphReader; readonly site: string }>) {
    this.#graph = graph;
  }

  subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  state<List extends PublishedList>(list: List): States[List] {
    return this.#states[list];
  }

  /** Fetches unless that is being done, or was just now. */
  async want(list: PublishedList): Promise<void> {
    const state = this.#states[list];
    const fresh = state.fault === undefined && !state.loading && Date.now() - (state.at ?? 0) < freshFor;
    if (!fresh) await this.refresh(list);
  }

  refresh(list: PublishedList): Promise<void> {
    const running = this.#running.get(list);
    if (running !== undefined) return running;
    const reading = this.#read(list).finally(() => this.#running.delete(list));
    this.#running.set(list, reading);
    return reading;
  }

  async #read<List extends PublishedList>(list: List): Promise<void> {
    this.#change(list, { loading: true });
    const slow = setTimeout(() => this.#change(list, { slow: true }), slowAfter);
    try {
      const published = await import("./published.ts");
      if (this.#states[list].rows === undefined) {
        const copy = await published.fromCopy(list);
        if (copy !== undefined) this.#change(list, { rows: copy.rows, at: copy.at });
      }
      const { graph, site } = await this.#graph();
      const edition = await published.fromGraph(list, graph, site);
      this.#change(list, { rows: edition.rows, at: edition.at, fault: undefined });
    } catch (error) {
      const fault =
        error instanceof ContentFault
          ? error
          : new ContentFault("unreachable", "The list could not be read.", { cause: error });
      this.#change(list, { fault });
    } finally {
      clearTimeout(slow);
      this.#change(list, { loading: false, slow: false });
    }
  }

  #change<List extends PublishedList>(list: List, change: Partial<ListState<Published[List]>>): void {
    this.#states = { ...this.#states, [list]: { ...this.#states[list], ...change } };
    for (const listener of this.#listeners) listener();
  }
}
