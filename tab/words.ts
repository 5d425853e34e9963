import type { Language } from "../src/base/language.ts";
import { tab as nl } from "../src/i18n/nl/tab.ts";
import type { TabWords } from "../src/i18n/tab-words.ts";

/** Dutch comes with the tab; another language is fetched when it is the reader's. */
export async function loadWords(language: Language): Promise<TabWords> {
  switch (language) {
    case "nl":
      return nl;
    case "fr":
      return (await import("../src/i18n/fr/tab.ts")).tab;
    case "de":
      return (await import("../src/i18n/de/tab.ts")).tab;
    case "en":
      return (await import("../src/i18n/en/tab.ts")).tab;
  }
}
