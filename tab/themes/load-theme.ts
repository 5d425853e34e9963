import { type Theme, teamsLightTheme } from "@fluentui/react-components";
import type { ThemeName } from "../host/first-paint.ts";

/** Teams' own themes; the light one comes with the tab. */
export async function loadTheme(name: ThemeName): Promise<Theme> {
  switch (name) {
    case "light":
      return teamsLightTheme;
    case "dark":
      return (await import("./dark.ts")).theme;
    case "contrast":
      return (await import("./contrast.ts")).theme;
  }
}
