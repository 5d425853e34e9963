import type { Language } from "../base/language.ts";
import { bot as german } from "./de/bot.ts";
import { tab as germanTab } from "./de/tab.ts";
import { bot as english } from "./en/bot.ts";
import { tab as englishTab } from "./en/tab.ts";
import { bot as french } from "./fr/bot.ts";
import { tab as frenchTab } from "./fr/tab.ts";
import { bot as dutch, type OwnBotWords } from "./nl/bot.ts";
import { tab as dutchTab } from "./nl/tab.ts";
import type { TabWords } from "./tab-words.ts";

/** The bot's own words, with what it says in the same words as the tab. */
export type BotWords = OwnBotWords &
  Pick<TabWords, "roles" | "languages"> &
  Pick<TabWords["help"], "builtIn">;

const words: Readonly<Record<Language, BotWords>> = {
  nl: join(dutch, dutchTab),
  fr: join(french, frenchTab),
  de: join(german, germanTab),
  en: join(english, englishTab),
};

export function botWords(language: Language): BotWords {
  return words[language];
}

function join(own: OwnBotWords, { roles, languages, help }: TabWords): BotWords {
  return { ...own, roles, languages, builtIn: help.builtIn };
}
