import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { type Language, localize } from "../../src/base/language.ts";
import type { SectionNode } from "../../src/content/section-tree.ts";
import { hashOf } from "../router.ts";
import { useWords } from "../services.ts";

const useStyles = makeStyles({
  nav: {
    position: "sticky",
    top: "72px",
    maxHeight: "calc(100vh - 88px)",
    overflowY: "auto",
    paddingBlock: tokens.spacingVerticalL,
  },
  title: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    paddingInlineStart: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  folded: {
    marginBlock: tokens.spacingVerticalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    paddingInline: tokens.spacingHorizontalS,
  },
  summary: {
    padding: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  deeper: { paddingInlineStart: tokens.spacingHorizontalM },
  link: {
    display: "block",
    padding: `6px ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    lineHeight: 1.35,
    ":hover": { color: tokens.colorNeutralForeground1, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  roomy: { paddingBlock: "10px" },
  here: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
});

interface ContentsProps {
  readonly tree: readonly SectionNode[];
  readonly language: Language;
  /** The section that one is reading. */
  readonly here: string | undefined;
  readonly folded: boolean;
}

/** The table of contents: beside the text where there is room, folded above it on a phone. */
export function Contents({ tree, language, here, folded }: ContentsProps) {
  const styles = useStyles();
  const { contents } = useWords().document;
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const link = here === undefined ? null : nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (!link || !nav.current) return;
    const above = link.offsetTop - nav.current.scrollTop;
    if (above < 40 || above > nav.current.clientHeight - 80)
      nav.current.scrollTop = link.offsetTop - nav.current.clientHeight / 2;
  }, [here]);

  function list(nodes: readonly SectionNode[], deeper: boolean) {
    return (
      <ul className={mergeClasses(styles.list, deeper && styles.deeper)}>
        {nodes.map(({ section, children }) => {
          const title = localize(section.title, language);
          const isHere = section.key === here;
          return (
            <li key={section.key}>
              <a
                className={mergeClasses(styles.link, folded && styles.roomy, isHere && styles.here)}
                href={hashOf({ page: "document", document: section.document, section: section.key })}
                lang={title.language}
                aria-current={isHere ? "location" : undefined}
              >
                {title.text}
              </a>
              {children.length > 0 ? list(children, true) : null}
            </li>
          );
        })}
      </ul>
    );
  }

  if (folded)
    return (
      <details className={styles.folded} data-testid="contents">
        <summary className={styles.summary}>{contents}</summary>
        <nav aria-label={contents}>{list(tree, false)}</nav>
      </details>
    );
  return (
    <nav ref={nav} className={styles.nav} aria-label={contents} data-testid="contents">
      <p className={styles.title} aria-hidden="true">
        {contents}
      </p>
      {list(tree, false)}
    </nav>
  );
}
