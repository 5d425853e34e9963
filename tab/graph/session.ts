import { ContentFault } from "../../src/content/content-fault.ts";
import type { Settings } from "../host/settings.ts";
import type { TabGraph } from "./client.ts";

/**
 * The way to Graph, opened once and only when needed: MSAL and the Graph client
 * are together larger than the rest of the tab. A failure is not kept, so that
 * "try again" tries everything again.
 */
export class GraphSession {
  readonly #settings: () => Promise<Settings>;
  readonly #hostReady: () => Promise<unknown>;
  #opening: Promise<TabGraph> | undefined;

  /** `hostReady` settles when Teams has answered; MSAL finds no bridge before. */
  constructor(settings: () => Promise<Settings>, hostReady: () => Promise<unknown>) {
    this.#settings = settings;
    this.#hostReady = hostReady;
  }

  open(): Promise<TabGraph> {
    this.#opening ??= this.#connect().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async #connect(): Promise<TabGraph> {
    const parts = Promise.all([import("./sign-in.ts"), import("./client.ts")]);
    // Both may fail before the other settles; whoever awaits second must not be left alone with it.
    parts.catch(() => undefined);
    const settings = await this.#settings();
    try {
      await this.#hostReady();
    } catch (error) {
      throw new ContentFault("unauthorized", "Teams did not answer, so nobody is signed in.", {
        cause: error,
      });
    }
    const [{ signIn }, { tabGraph }] = await parts;
    return tabGraph(settings.graphBaseUrl, await signIn(settings));
  }
}
