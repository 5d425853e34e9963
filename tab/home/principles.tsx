import { makeStyles, tokens } from "@fluentui/react-components";
import { localize } from "../../src/base/language.ts";
import { useLayout } from "../components/layout.ts";
import { useList } from "../content/use-list.ts";
import { hashOf } from "../router.ts";
import { useServices } from "../services.ts";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    minHeight: "44px",
  },
  link: {
    display: "flex",
    alignItems: "center",
    minHeight: "40px",
    paddingInline: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
});

/** The points of the compass: the sections of the note that carry a principle's own key. */
export function Principles() {
  const styles = useStyles();
  const layout = useLayout();
  const { words, language } = useServices();
  const { rows } = useList("sections");
  const principles = (rows ?? []).filter(
    (section) => section.document === "visienota" && section.principle === section.key,
  );
  if (principles.length === 0) return null;
  return (
    <section aria-labelledby="principles">
      <h2 id="principles" className={layout.heading}>
        {words.home.principles}
      </h2>
      <ul className={styles.list}>
        {principles.map((section) => {
          const title = localize(section.title, language);
          return (
            <li key={section.key}>
              <a
                className={styles.link}
                lang={title.language}
                href={hashOf({ page: "document", document: "visienota", section: section.key })}
              >
                {title.text}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
