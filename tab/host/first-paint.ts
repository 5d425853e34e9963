import { type Language, languageOf } from "../../src/base/language.ts";

export const themeNames = ["light", "dark", "contrast"] as const;
export type ThemeName = (typeof themeNames)[number];

/** Teams says default, dark, contrast or glass; anything else looks like the default. */
export function themeNameOf(teamsTheme: string | undefined): ThemeName {
  return teamsTheme === "dark" || teamsTheme === "contrast" ? teamsTheme : "light";
}

/** What the address and shell.js tell before Teams has answered. */
export function firstPaint(): { readonly theme: ThemeName; readonly language: Language } {
  const theme = document.documentElement.dataset["theme"];
  const locale = new URLSearchParams(location.search).get("locale") ?? undefined;
  return { theme: themeNameOf(theme), language: languageOf(locale) };
}
