import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useButtonStyles } from "../components/button-styles.ts";
import { CompassMark } from "../components/compass-mark.tsx";
import { useLayout } from "../components/layout.ts";
import { PageTitle } from "../components/page-title.tsx";
import { useWords } from "../services.ts";
import { AskButton } from "./ask-button.tsx";
import { Doors } from "./doors.tsx";
import { HelpLines } from "./help-lines.tsx";
import { Principles } from "./principles.tsx";

const useStyles = makeStyles({
  hero: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heroRow: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    alignItems: "center",
    gap: tokens.spacingHorizontalXXXL,
    paddingBlock: "clamp(32px, 6vw, 64px)",
    "@media (max-width: 720px)": { gridTemplateColumns: "1fr" },
  },
  mark: {
    lineHeight: 0,
    color: tokens.colorBrandForeground1,
    "@media (max-width: 720px)": { display: "none" },
  },
  ask: { marginTop: tokens.spacingVerticalXXL, maxWidth: "60ch" },
  askTitle: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  askText: {
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalL}`,
    color: tokens.colorNeutralForeground2,
    lineHeight: 1.5,
  },
  rest: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: "40px", paddingBlock: "40px 64px" },
  more: { marginTop: tokens.spacingVerticalM },
});

export function HomePage() {
  const styles = useStyles();
  const layout = useLayout();
  const buttons = useButtonStyles();
  const { home } = useWords();
  return (
    <>
      <div className={styles.hero}>
        <div className={mergeClasses(layout.page, styles.heroRow)}>
          <div>
            <PageTitle>{home.title}</PageTitle>
            <p className={layout.lead}>{home.lead}</p>
            <div className={styles.ask}>
              <h2 className={styles.askTitle}>{home.askTitle}</h2>
              <p className={styles.askText}>{home.askText}</p>
              <AskButton />
            </div>
          </div>
          <div className={styles.mark}>
            <CompassMark size={220} />
          </div>
        </div>
      </div>
      <div className={mergeClasses(layout.page, styles.rest)}>
        <section aria-labelledby="doors">
          <h2 id="doors" className={layout.heading}>
            {home.doors}
          </h2>
          <Doors />
        </section>
        <Principles />
        <section aria-labelledby="help">
          <h2 id="help" className={layout.heading}>
            {home.urgent}
          </h2>
          <HelpLines most={4} />
          <p className={styles.more}>
            <a className={buttons.link} href="#/hulp">
              {home.allHelp}
            </a>
          </p>
        </section>
      </div>
    </>
  );
}
