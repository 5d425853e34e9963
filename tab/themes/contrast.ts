import { type Theme, teamsHighContrastTheme } from "@fluentui/react-components";

export const theme: Theme = teamsHighContrastTheme;
