import { useEffect, useState } from "react";
import { sectionAnchor } from "./section-view.tsx";

/** Brings the section that the address names into view and gives its heading the focus. False when it is not there. */
export function goToSection(key: string): boolean {
  const heading = document.getElementById(sectionAnchor(key));
  if (heading === null) return false;
  heading.scrollIntoView({ block: "start" });
  heading.focus({ preventScroll: true });
  return true;
}

/** The section that passes a line near the top of the screen, as one reads on. */
export function useReadingPlace(keys: readonly string[]): string | undefined {
  const [here, setHere] = useState<string>();
  useEffect(() => {
    const places = new Map<Element, string>();
    for (const key of keys) {
      const section = document.getElementById(sectionAnchor(key))?.closest("section");
      if (section) places.set(section, key);
    }
    const visible = new Set<Element>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          isIntersecting ? visible.add(target) : visible.delete(target);
        setHere([...places].find(([section]) => visible.has(section))?.[1]);
      },
      // Without a root of our own, a frame of another origin, as in Teams, has no margins.
      { root: document, rootMargin: "-18% 0px -81% 0px" },
    );
    for (const section of places.keys()) observer.observe(section);
    return () => observer.disconnect();
  }, [keys]);
  return here;
}

/** Follows a media query. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    function changed(): void {
      setMatches(media.matches);
    }
    media.addEventListener("change", changed);
    return () => media.removeEventListener("change", changed);
  }, [query]);
  return matches;
}
