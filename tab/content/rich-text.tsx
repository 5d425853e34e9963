import { makeStyles, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useRef } from "react";
import { sanitised } from "./sanitise.ts";

const useStyles = makeStyles({
  text: {
    maxWidth: "65ch",
    fontSize: tokens.fontSizeBase400,
    lineHeight: 1.6,
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
    hyphens: "auto",
    "& p": { margin: `0 0 ${tokens.spacingVerticalL}`, textWrap: "pretty" },
    "& ul, & ol": { margin: `0 0 ${tokens.spacingVerticalL}`, paddingInlineStart: "1.4em" },
    "& li": { marginBottom: tokens.spacingVerticalXS },
    "& li::marker": { color: tokens.colorBrandForeground1 },
    "& a": { color: tokens.colorBrandForegroundLink },
    "& a:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
    "& h4, & h5, & h6": {
      margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}`,
      fontSize: tokens.fontSizeBase400,
      fontWeight: tokens.fontWeightSemibold,
    },
    "& blockquote": {
      margin: `0 0 ${tokens.spacingVerticalL}`,
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
      boxShadow: `inset 4px 0 0 ${tokens.colorBrandStroke1}`,
      backgroundColor: tokens.colorNeutralBackground3,
      borderRadius: tokens.borderRadiusMedium,
    },
    "& blockquote > :last-child": { marginBottom: 0 },
    "& hr": { color: tokens.colorNeutralStroke2 },
    "& table": { borderCollapse: "collapse", marginBottom: tokens.spacingVerticalL },
    "& th, & td": {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      textAlign: "start",
      verticalAlign: "top",
    },
  },
});

/** A text of the editors. `headingLevel` is the level that its own headings get. */
export function RichText({
  html,
  language,
  headingLevel,
}: {
  readonly html: string;
  readonly language: string;
  readonly headingLevel: number;
}) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.replaceChildren(sanitised(html, headingLevel));
  }, [html, headingLevel]);
  return <div ref={place} className={styles.text} lang={language} />;
}
