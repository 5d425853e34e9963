import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Warning20Filled } from "@fluentui/react-icons/svg/warning";
import { useWords } from "../services.ts";
import { useLayout } from "./layout.ts";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalM,
    alignItems: "flex-start",
    padding: tokens.spacingHorizontalL,
    marginBlock: tokens.spacingVerticalL,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground1,
  },
  icon: { color: tokens.colorStatusWarningForeground3, flexShrink: 0, lineHeight: 0, paddingTop: "2px" },
  text: { flex: "1 1 240px" },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  line: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground1 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly more?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void; readonly busy?: boolean };
}

/** Something is not as it should be: what, that it is no disaster, and what to do. */
export function Notice({ title, text, more, action }: NoticeProps) {
  const styles = useStyles();
  const layout = useLayout();
  const words = useWords();
  return (
    <div className={layout.page}>
      <div className={styles.root} role="status" data-testid="notice">
        <span className={styles.icon}>
          <Warning20Filled aria-hidden />
        </span>
        <div className={styles.text}>
          <p className={styles.title}>{title}</p>
          <p className={styles.line}>{text}</p>
          {more === undefined ? null : <p className={styles.line}>{more}</p>}
        </div>
        <div className={styles.actions}>
          {action === undefined ? null : (
            <Button appearance="primary" onClick={action.run} disabledFocusable={action.busy ?? false}>
              {action.label}
            </Button>
          )}
          <Button as="a" href="#/hulp">
            {words.home.allHelp}
          </Button>
        </div>
      </div>
    </div>
  );
}
