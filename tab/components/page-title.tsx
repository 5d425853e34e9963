import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../services.ts";
import { useLayout } from "./layout.ts";

let navigations = 0;
addEventListener("hashchange", () => {
  navigations += 1;
});

/** The heading of a page: names the document, and takes the focus when one comes from another page. */
export function PageTitle({ children }: { readonly children: ReactNode & string }) {
  const layout = useLayout();
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (navigations === 0) return;
    scrollTo({ top: 0, behavior: "instant" });
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${children} – ${words.name}`;
  }, [children, words]);
  return (
    <h1 ref={heading} tabIndex={-1} className={layout.title}>
      {children}
    </h1>
  );
}
