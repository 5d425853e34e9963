import { makeStyles, tokens } from "@fluentui/react-components";
import { Call20Filled } from "@fluentui/react-icons/svg/call";
import { localize } from "../../src/base/language.ts";
import { NewTabLink } from "../components/new-tab-link.tsx";
import { useList } from "../content/use-list.ts";
import { useServices } from "../services.ts";

interface Line {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly text: string | undefined;
  readonly website: string | undefined;
}

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(260px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  line: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  phone: {
    display: "inline-flex",
    alignItems: "center",
    alignSelf: "flex-start",
    gap: tokens.spacingHorizontalS,
    minHeight: "40px",
    fontSize: tokens.fontSizeBase600,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "none",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  name: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  text: { color: tokens.colorNeutralForeground2, lineHeight: 1.45 },
});

/** The lines of the list, else those that hold for all of Belgium: whoever needs one never waits for SharePoint. */
function useLines(): readonly Line[] {
  const { words, language } = useServices();
  const { rows } = useList("helpLines");
  if (rows === undefined || rows.length === 0)
    return words.help.builtIn.map((line) => ({ ...line, website: undefined }));
  return rows.map((row) => ({
    id: row.id,
    name: localize(row.name, language).text,
    phone: row.phone,
    text: row.explanation === undefined ? undefined : localize(row.explanation, language).text,
    website: row.website,
  }));
}

export function HelpLines({ most }: { readonly most?: number }) {
  const styles = useStyles();
  const { words } = useServices();
  const lines = useLines();
  return (
    <ul className={styles.list} data-testid="help-lines">
      {lines.slice(0, most).map((line) => (
        <li key={line.id} className={styles.line}>
          <span className={styles.name}>{line.name}</span>
          <a
            className={styles.phone}
            href={`tel:${line.phone.replace(/[^+0-9]/g, "")}`}
            aria-label={words.help.call(line.name, line.phone)}
          >
            <Call20Filled aria-hidden />
            {line.phone}
          </a>
          {line.text === undefined ? null : <span className={styles.text}>{line.text}</span>}
          {line.website === undefined ? null : (
            <NewTabLink href={line.website} label={words.help.site(line.name)}>
              {line.website.replace(/^https?:\/\/(?:www\.)?|\/$/g, "")}
            </NewTabLink>
          )}
        </li>
      ))}
    </ul>
  );
}
