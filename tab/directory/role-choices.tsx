import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark16Filled } from "@fluentui/react-icons/svg/checkmark";
import type { RoleId } from "../../src/base/vocabulary.ts";
import { useWords } from "../services.ts";

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: "none", minInlineSize: 0 },
  legend: {
    padding: 0,
    marginBottom: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(200px, 100%), 1fr))",
    gap: tokens.spacingHorizontalS,
  },
  choice: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    ":hover": { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  name: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  strong: { fontWeight: tokens.fontWeightSemibold },
  count: { display: "flex", alignItems: "center", gap: "4px", color: tokens.colorNeutralForeground2 },
  text: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: 1.4 },
});

interface RoleChoicesProps {
  readonly roles: readonly { readonly role: RoleId; readonly count: number }[];
  readonly all: number;
  readonly chosen: RoleId | undefined;
  readonly choose: (role: RoleId | undefined) => void;
}

/** The roles as choices that explain themselves, since few people know who does what. */
export function RoleChoices({ roles, all, chosen, choose }: RoleChoicesProps) {
  const styles = useStyles();
  const { people, roles: roleWords } = useWords();

  function choice(role: RoleId | undefined, name: string, text: string, count: number) {
    const isChosen = role === chosen;
    return (
      <button
        key={role ?? "all"}
        type="button"
        className={mergeClasses(styles.choice, isChosen && styles.chosen)}
        aria-pressed={isChosen}
        data-role={role ?? "all"}
        onClick={() => choose(role)}
      >
        <span className={styles.name}>
          <span className={styles.strong}>{name}</span>
          <span className={styles.count}>
            {isChosen ? <Checkmark16Filled aria-hidden /> : null}
            {count}
          </span>
        </span>
        <span className={styles.text}>{text}</span>
      </button>
    );
  }

  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{people.roles}</legend>
      <div className={styles.list}>
        {choice(undefined, people.everyone, people.everyoneText, all)}
        {roles.map(({ role, count }) => choice(role, roleWords[role].name, roleWords[role].text, count))}
      </div>
    </fieldset>
  );
}
