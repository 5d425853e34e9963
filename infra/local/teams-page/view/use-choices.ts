import { useCallback, useEffect, useState } from "react";
import { type Choices, readChoices, writeChoices } from "./choices.ts";

/** The choices live in the address, so that a test, a screenshot or a colleague can point at them. */
export function useChoices(): [Choices, (change: (now: Choices) => Choices) => void] {
  const [choices, setChoices] = useState(() => readChoices(window.location.search));
  useEffect(() => {
    const follow = () => setChoices(readChoices(window.location.search));
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);
  useEffect(() => {
    window.history.replaceState(null, "", `${window.location.pathname}${writeChoices(choices)}`);
  }, [choices]);
  const change = useCallback((next: (now: Choices) => Choices) => setChoices(next), []);
  return [choices, change];
}

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const list = window.matchMedia(query);
    const follow = () => setMatches(list.matches);
    follow();
    list.addEventListener("change", follow);
    return () => list.removeEventListener("change", follow);
  }, [query]);
  return matches;
}
