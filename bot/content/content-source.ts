import type { Content } from "../../src/content/model.ts";

/** What the organisation publishes, as last read; throws `ContentFault` when it was never read. */
export interface ContentSource {
  current(): Promise<Content>;
}
