import { tokens } from "@fluentui/react-components";
import { HostConfig } from "adaptivecards";

function colour(plain: string, subtle: string = plain) {
  return { default: plain, subtle, highlightColors: { default: plain, subtle } };
}

/** As Teams: accents and statuses stay readable on every container background of the theme. */
const foreground = {
  default: colour(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
  dark: colour(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
  light: colour(tokens.colorNeutralForeground2, tokens.colorNeutralForeground2),
  accent: colour(tokens.colorBrandForeground1),
  good: colour(tokens.colorStatusSuccessForeground1),
  warning: colour(tokens.colorStatusWarningForeground3),
  attention: colour(tokens.colorStatusDangerForeground1),
};

function container(backgroundColor: string, borderColor: string) {
  return { backgroundColor, borderColor, foregroundColors: foreground };
}

const fontType = (fontFamily: string) => ({
  fontFamily,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
});

/**
 * Measures follow what Teams publishes for its cards; colours are Fluent's tokens, which are CSS variables of
 * the theme around the card. So one configuration serves the three themes, and a switch of theme re-renders
 * no card and loses no typed text.
 */
export const hostConfig = new HostConfig({
  supportsInteractivity: true,
  fontTypes: {
    default: fontType(tokens.fontFamilyBase),
    monospace: fontType(tokens.fontFamilyMonospace),
  },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container(tokens.colorNeutralBackground1, tokens.colorNeutralStroke2),
    emphasis: container(tokens.colorNeutralBackground3, tokens.colorNeutralStroke2),
    accent: container(tokens.colorBrandBackground2, tokens.colorBrandStroke2),
    good: container(tokens.colorStatusSuccessBackground1, tokens.colorStatusSuccessBorder1),
    warning: container(tokens.colorStatusWarningBackground1, tokens.colorStatusWarningBorder1),
    attention: container(tokens.colorStatusDangerBackground1, tokens.colorStatusDangerBorder1),
  },
  textStyles: {
    heading: { fontType: "default", size: "large", weight: "bolder", color: "default", isSubtle: false },
    columnHeader: { fontType: "default", size: "default", weight: "bolder", color: "default" },
  },
  textBlock: { headingLevel: 2 },
  factSet: {
    title: { color: "default", size: "default", weight: "bolder", wrap: true, maxWidth: 150 },
    value: { color: "default", size: "default", weight: "default", wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "default", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "default" },
    },
    errorMessage: { size: "small", color: "attention", weight: "default" },
  },
  actions: {
    maxActions: 6,
    spacing: "medium",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    iconPlacement: "leftOfTitle",
    allowTitleToWrap: true,
    iconSize: 16,
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: "medium", maxImageHeight: 100 },
});
