import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { HeartPulse20Regular } from "@fluentui/react-icons/svg/heart-pulse";
import { hashOf, type Route } from "../router.ts";
import { useWords } from "../services.ts";
import { CompassMark } from "./compass-mark.tsx";
import { useLayout } from "./layout.ts";

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    top: 0,
    zIndex: 10,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: "flex", alignItems: "center", minHeight: "56px", gap: tokens.spacingHorizontalL },
  mark: {
    lineHeight: 0,
    color: tokens.colorBrandForeground1,
    "@media (max-width: 560px)": { display: "none" },
  },
  nav: { flexGrow: 1 },
  list: {
    display: "flex",
    flexWrap: "wrap",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    columnGap: tokens.spacingHorizontalXS,
    "@media (max-width: 560px)": { columnGap: 0, marginInline: "-6px" },
  },
  last: { marginInlineStart: "auto" },
  link: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    minHeight: "44px",
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    whiteSpace: "nowrap",
    "@media (max-width: 560px)": { paddingInline: "6px", "& svg": { display: "none" } },
    ":hover": { color: tokens.colorNeutralForeground1, textDecorationLine: "underline" },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  current: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
    borderBottomLeftRadius: 0,
    borderBottomRightRadius: 0,
  },
  help: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  skip: {
    position: "absolute",
    insetInlineStart: tokens.spacingHorizontalM,
    top: "-60px",
    zIndex: 11,
    padding: tokens.spacingHorizontalM,
    font: "inherit",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorBrandForegroundLink,
    ":focus": { top: tokens.spacingVerticalXS },
  },
});

function isSame(route: Route, other: Route): boolean {
  return (
    route.page === other.page &&
    (route.page !== "document" || (other.page === "document" && route.document === other.document))
  );
}

/** The parts of the tab; help lines are one tap away on each of them. */
export function Header({ route }: { readonly route: Route }) {
  const styles = useStyles();
  const layout = useLayout();
  const { nav, skip } = useWords();
  const parts: readonly (readonly [Route, string])[] = [
    [{ page: "home" }, nav.home],
    [{ page: "document", document: "visienota", section: undefined }, nav.note],
    [{ page: "document", document: "code", section: undefined }, nav.code],
    [{ page: "people", wish: {} }, nav.people],
  ];
  const help: Route = { page: "help" };

  function link(to: Route, children: React.ReactNode, own?: string) {
    const current = isSame(route, to);
    return (
      <a
        className={mergeClasses(styles.link, own, current && styles.current)}
        href={hashOf(to)}
        aria-current={current ? "page" : undefined}
      >
        {children}
      </a>
    );
  }

  function skipToContent(): void {
    document.getElementById("content")?.focus();
  }

  return (
    <header className={styles.bar}>
      <button type="button" className={styles.skip} onClick={skipToContent}>
        {skip}
      </button>
      <div className={mergeClasses(layout.page, styles.row)}>
        <span className={styles.mark}>
          <CompassMark size={28} />
        </span>
        <nav className={styles.nav} aria-label={nav.label}>
          <ul className={styles.list}>
            {parts.map(([to, label]) => (
              <li key={hashOf(to)}>{link(to, label)}</li>
            ))}
            <li className={styles.last}>
              {link(
                help,
                <>
                  <HeartPulse20Regular aria-hidden />
                  {nav.help}
                </>,
                styles.help,
              )}
            </li>
          </ul>
        </nav>
      </div>
    </header>
  );
}
