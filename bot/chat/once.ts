import type { Pseudonym } from "../../src/anonymity/vault.ts";
import type { ChatParts } from "./chat-parts.ts";

export type Once = (key: Pseudonym, work: () => Promise<void>) => Promise<void>;

/**
 * Runs work once per key: not again when it was done before, nor beside itself
 * when the connector sends the same activity twice in a row. What failed was
 * not done.
 */
export function createOnce({ chats, clock, log }: Pick<ChatParts, "chats" | "clock" | "log">): Once {
  const underWay = new Map<Pseudonym, Promise<void>>();

  async function run(key: Pseudonym, work: () => Promise<void>): Promise<void> {
    if (await handledBefore(key)) return;
    await work();
    try {
      await chats.markHandled(key, clock());
    } catch (error) {
      log("error", "activity-not-marked", {}, error);
    }
  }

  /** A store that does not answer must not keep us from telling the person so. */
  async function handledBefore(key: Pseudonym): Promise<boolean> {
    try {
      return await chats.wasHandled(key);
    } catch (error) {
      log("error", "activity-mark-unreadable", {}, error);
      return false;
    }
  }

  return (key, work) => {
    const earlier = underWay.get(key);
    if (earlier !== undefined) return earlier;
    const running = run(key, work).finally(() => underWay.delete(key));
    underWay.set(key, running);
    return running;
  };
}
