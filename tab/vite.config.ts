import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from "@fluentui/react-components";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

/** The shell is painted before Fluent arrives, in Fluent's own colours: `var(--fluent-dark-colorNeutralBackground1)` in its style sheet becomes the value. */
function shellColours(): Plugin {
  return {
    name: "shell-colours",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("shell.css")) return undefined;
      return code.replace(
        /var\(--fluent-(light|dark|contrast)-(\w+)\)/g,
        (_whole, theme: keyof typeof themes, token: string) => {
          const values: Record<string, string | number> = { ...themes[theme] };
          const value = values[token];
          if (value === undefined) throw new Error(`shell.css: Fluent has no token ${token}`);
          return String(value);
        },
      );
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: "/tab/",
  plugins: [react(), shellColours()],
  build: {
    outDir: "../dist/tab",
    emptyOutDir: true,
    target: "es2022",
    // The policy of the server forbids inline scripts, styles and data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
