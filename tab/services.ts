import { createContext, useContext } from "react";
import type { Language } from "../src/base/language.ts";
import type { TabWords } from "../src/i18n/tab-words.ts";
import type { ContentStore } from "./content/content-store.ts";
import type { GraphSession } from "./graph/session.ts";
import type { Host } from "./host/teams-host.ts";

/** What pages get from the start of the tab. */
export interface Services {
  readonly store: ContentStore;
  readonly session: GraphSession;
  readonly language: Language;
  readonly words: TabWords;
  /** Undefined until Teams has answered, and outside Teams. */
  readonly host: Host | undefined;
  /** The chat with the bot; undefined until the server has told who it is. */
  readonly chatAddress: string | undefined;
}

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error("A page outside the tab has no services.");
  return services;
}

export function useWords(): TabWords {
  return useServices().words;
}
