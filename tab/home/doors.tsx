import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowRight20Regular } from "@fluentui/react-icons/svg/arrow-right";
import { BookOpen24Regular } from "@fluentui/react-icons/svg/book-open";
import { PeopleTeam24Regular } from "@fluentui/react-icons/svg/people-team";
import { Scales24Regular } from "@fluentui/react-icons/svg/scales";
import type { ReactNode } from "react";
import { useWords } from "../services.ts";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    "@media (max-width: 860px)": { gridTemplateColumns: "minmax(0, 1fr)" },
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  item: { display: "flex" },
  door: {
    display: "grid",
    gridTemplateColumns: "auto 1fr auto",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "start",
    width: "100%",
    padding: tokens.spacingHorizontalXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    transitionProperty: "box-shadow, border-color",
    transitionDuration: tokens.durationFaster,
    ":hover": { boxShadow: tokens.shadow8, border: `1px solid ${tokens.colorBrandStroke2}` },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  icon: {
    display: "grid",
    placeItems: "center",
    width: "44px",
    height: "44px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  title: {
    display: "block",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    display: "block",
    marginTop: tokens.spacingVerticalXXS,
    color: tokens.colorNeutralForeground2,
    lineHeight: 1.45,
  },
  arrow: { color: tokens.colorBrandForeground1, lineHeight: 0, paddingTop: "2px" },
});

function Door(props: {
  readonly href: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
}) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <a className={styles.door} href={props.href}>
        <span className={styles.icon}>{props.icon}</span>
        <span>
          <span className={styles.title}>{props.title}</span>
          <span className={styles.text}>{props.text}</span>
        </span>
        <span className={styles.arrow}>
          <ArrowRight20Regular aria-hidden />
        </span>
      </a>
    </li>
  );
}

/** The three ways in: the note, the code, the people. */
export function Doors() {
  const styles = useStyles();
  const { home, document, people } = useWords();
  return (
    <ul className={styles.list} data-testid="doors">
      <Door
        href="#/nota"
        icon={<BookOpen24Regular aria-hidden />}
        title={document.visienota}
        text={home.noteText}
      />
      <Door
        href="#/code"
        icon={<Scales24Regular aria-hidden />}
        title={home.codeTitle}
        text={home.codeText}
      />
      <Door
        href="#/wie"
        icon={<PeopleTeam24Regular aria-hidden />}
        title={people.title}
        text={home.peopleText}
      />
    </ul>
  );
}
