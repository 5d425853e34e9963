import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type Language, localize } from "../../src/base/language.ts";
import type { Section } from "../../src/content/model.ts";
import { dayInWords } from "../../src/i18n/days.ts";
import { useServices } from "../services.ts";
import { CopyLink } from "./copy-link.tsx";
import { RichText } from "./rich-text.tsx";

const useStyles = makeStyles({
  chapter: {
    paddingTop: tokens.spacingVerticalXXXL,
    marginTop: tokens.spacingVerticalXL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  part: { paddingTop: tokens.spacingVerticalXL },
  row: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalXS, maxWidth: "65ch" },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: 1.25,
    textWrap: "balance",
    minWidth: 0,
    overflowWrap: "anywhere",
    hyphens: "auto",
    scrollMarginTop: "20px",
    // Only the address brings the focus here, to read on from; there is nothing to press.
    outlineStyle: "none",
  },
  large: { fontSize: tokens.fontSizeHero700 },
  medium: { fontSize: tokens.fontSizeBase600 },
  small: { fontSize: tokens.fontSizeBase500 },
  note: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    maxWidth: "65ch",
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase300,
  },
});

export function sectionAnchor(key: string): string {
  return `deel-${key}`;
}

interface SectionViewProps {
  readonly section: Section;
  readonly depth: number;
  readonly language: Language;
  /** The day that holds for the whole document; only another one is told here. */
  readonly documentDay: string | undefined;
  /** The document tells once that nothing of it is translated. */
  readonly tellsDutch: boolean;
}

/** One section with its heading, which is a place one can link to. */
export function SectionView({ section, depth, language, documentDay, tellsDutch }: SectionViewProps) {
  const styles = useStyles();
  const { words } = useServices();
  const title = localize(section.title, language);
  const html = localize(section.html, language);
  const Heading = depth === 0 ? "h2" : depth === 1 ? "h3" : "h4";
  const size = depth === 0 ? styles.large : depth === 1 ? styles.medium : styles.small;
  const onlyDutch = html.text !== "" && html.language !== language && tellsDutch;
  const ownDay = section.lastReviewed !== documentDay ? section.lastReviewed : undefined;
  return (
    <section
      className={depth === 0 ? styles.chapter : styles.part}
      aria-labelledby={sectionAnchor(section.key)}
      data-section={section.key}
    >
      <div className={styles.row}>
        <Heading
          id={sectionAnchor(section.key)}
          className={mergeClasses(styles.heading, size)}
          lang={title.language}
          tabIndex={-1}
        >
          {title.text}
        </Heading>
        <CopyLink section={section} title={title.text} />
      </div>
      {ownDay === undefined ? null : (
        <p className={styles.note}>{words.document.reviewed(dayInWords(ownDay, language))}</p>
      )}
      {onlyDutch ? <p className={styles.note}>{words.document.onlyDutch}</p> : null}
      <RichText html={html.text} language={html.language} headingLevel={Math.min(depth + 3, 6)} />
    </section>
  );
}
