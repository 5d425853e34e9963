import type { Language } from "../base/language.ts";

/** The forms that our languages tell apart; French also has `many`, for millions, which reads as `other` here. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** Chooses the form by the language's own rule: French says "0 personne", Dutch "0 personen". */
export function pluralOf(language: Language): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => (rules.select(count) === "one" ? forms.one : forms.other);
}
