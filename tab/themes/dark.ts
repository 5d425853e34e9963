import { type Theme, teamsDarkTheme } from "@fluentui/react-components";

export const theme: Theme = teamsDarkTheme;
