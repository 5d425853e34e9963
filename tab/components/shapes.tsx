import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useWords } from "../services.ts";
import { useLayout } from "./layout.ts";

const useStyles = makeStyles({
  page: { paddingBlock: "40px" },
  block: {
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    animationName: { from: { opacity: 1 }, "50%": { opacity: 0.55 }, to: { opacity: 1 } },
    animationDuration: "1.8s",
    animationIterationCount: "infinite",
    "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
  },
  paragraph: { marginBlock: "32px", maxWidth: "65ch" },
  title: { width: "min(380px, 80%)", height: "36px", marginBottom: "20px" },
  line: { height: "14px", marginBottom: "14px" },
  cards: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(320px, 100%), 1fr))",
    gap: tokens.spacingHorizontalL,
  },
  card: { height: "148px", borderRadius: tokens.borderRadiusXLarge },
});

const names = ["one", "two", "three", "four", "five", "six"] as const;
const lineWidths = ["96%", "88%", "93%", "64%"];

/** The shape of text that is on its way; six paragraphs at most. */
export function TextShape({ paragraphs }: { readonly paragraphs: number }) {
  const styles = useStyles();
  return (
    <div aria-hidden="true">
      {names.slice(0, paragraphs).map((name) => (
        <div key={name} className={styles.paragraph}>
          {lineWidths.map((width) => (
            <div key={width} className={mergeClasses(styles.block, styles.line)} style={{ width }} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The shape of cards that are on their way. */
export function CardShapes({ count }: { readonly count: number }) {
  const styles = useStyles();
  return (
    <div className={styles.cards} aria-hidden="true">
      {names.slice(0, count).map((name) => (
        <div key={name} className={mergeClasses(styles.block, styles.card)} />
      ))}
    </div>
  );
}

/** A whole page on its way. */
export function PageShape() {
  const styles = useStyles();
  const layout = useLayout();
  return (
    <div className={mergeClasses(layout.page, styles.page)}>
      <div className={mergeClasses(styles.block, styles.title)} aria-hidden="true" />
      <TextShape paragraphs={3} />
    </div>
  );
}

/** Tells a screen reader that something is on its way, and when that takes long. */
export function LoadingStatus({ loading, slow }: { readonly loading: boolean; readonly slow: boolean }) {
  const words = useWords();
  const layout = useLayout();
  return (
    <p role="status" className={slow ? layout.lead : layout.unseen} data-testid="loading">
      {slow ? words.slow : loading ? words.loading : ""}
    </p>
  );
}
