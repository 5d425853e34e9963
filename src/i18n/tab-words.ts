import type { tab } from "./nl/tab.ts";

/** Every language has what Dutch has; the compiler names what is missing. */
export type TabWords = typeof tab;
