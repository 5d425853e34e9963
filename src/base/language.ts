/** The languages of the interface; Dutch first, and the fallback for all. */
export const languages = ["nl", "fr", "de", "en"] as const;

export type Language = (typeof languages)[number];

export const defaultLanguage: Language = "nl";

/** Text per language. Dutch is always there; the others may be missing. */
export type Localized = { readonly nl: string } & { readonly [L in Exclude<Language, "nl">]?: string };

/** The interface language for a BCP 47 tag such as `fr-BE`; Dutch when we do not speak it. */
export function languageOf(tag: string | undefined): Language {
  const primary = tag?.slice(0, 2).toLowerCase();
  return languages.find((language) => language === primary) ?? defaultLanguage;
}

/** The text in the language asked, else in Dutch; `language` says which it became. */
export function localize(
  text: Localized,
  language: Language,
): { readonly text: string; readonly language: Language } {
  const own = text[language];
  return own === undefined || own === ""
    ? { text: text.nl, language: defaultLanguage }
    : { text: own, language };
}
