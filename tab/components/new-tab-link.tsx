import type { ReactNode } from "react";
import { useWords } from "../services.ts";
import { useButtonStyles } from "./button-styles.ts";

/** A link out of the tab; says so to who cannot see it. */
export function NewTabLink({
  href,
  label,
  children,
}: {
  readonly href: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const words = useWords();
  const { link } = useButtonStyles();
  return (
    <a
      className={link}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`${label} (${words.opensNewTab})`}
    >
      {children}
    </a>
  );
}
