import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from "@fluentui/react-components";
import type { ThemeName } from "./choices.ts";

/** Teams' font where it is installed, and its nearest kin elsewhere, before whatever the system has. */
const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, Inter, Roboto, system-ui, sans-serif";

/** The themes of Teams itself, so that the page around the app and the app inside it agree. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  default: { ...teamsLightTheme, fontFamilyBase },
  dark: { ...teamsDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
};
