import { makeStyles, tokens } from "@fluentui/react-components";

/** The measures that all pages share. */
export const useLayout = makeStyles({
  page: {
    boxSizing: "border-box",
    width: "100%",
    maxWidth: "1152px",
    marginInline: "auto",
    paddingInline: tokens.spacingHorizontalL,
  },
  title: {
    margin: 0,
    fontFamily: tokens.fontFamilyBase,
    fontSize: "clamp(28px, 4vw + 12px, 40px)",
    lineHeight: 1.2,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textWrap: "balance",
    overflowWrap: "anywhere",
    hyphens: "auto",
    outlineStyle: "none",
  },
  lead: {
    margin: `${tokens.spacingVerticalM} 0 0`,
    maxWidth: "60ch",
    fontSize: tokens.fontSizeBase400,
    lineHeight: 1.55,
    color: tokens.colorNeutralForeground2,
    textWrap: "pretty",
  },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  /** Read aloud, not shown. */
  unseen: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});
