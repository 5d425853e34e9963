import type { Language } from "../../src/base/language.ts";

/** JSON of an Adaptive Card element or action; built here only, read by Teams only. */
export type Element = { readonly type: string } & { readonly [property: string]: unknown };

/** https://adaptivecards.io/schemas/adaptive-card.json; Teams on phones shows up to 1.5. */
export interface Card {
  readonly type: "AdaptiveCard";
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly version: "1.5";
  /** Read aloud in this language. */
  readonly lang: Language;
  /** What a client shows that cannot show cards, and what stands in a notification. */
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions: readonly Element[];
}

/** Why a button was pressed; what a card carries with it is in the same data. */
export const verbs = [
  "draft",
  "send",
  "follow-up",
  "withdraw",
  "close",
  "open",
  "my-questions",
  "network",
  "language",
  "claim",
  "answer",
  "decline",
  "view",
  "read",
] as const;
export type Verb = (typeof verbs)[number];

export function card(
  language: Language,
  fallbackText: string,
  body: readonly (Element | undefined)[],
  actions: readonly (Element | undefined)[] = [],
): Card {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: language,
    fallbackText: unformatted(fallbackText),
    body: body.filter((element) => element !== undefined),
    actions: actions.filter((action) => action !== undefined),
  };
}

/** A heading in our own words; a name in it is shown as it is, not as markup. */
export function heading(text: string): Element {
  return { type: "TextBlock", text: escaped(text), style: "heading", weight: "bolder", wrap: true };
}

interface LineLook {
  readonly subtle?: boolean;
  readonly bold?: boolean;
  readonly small?: boolean;
  readonly spacing?: "none" | "small" | "medium";
  readonly separator?: boolean;
}

/** One line of text, shown as it is. */
export function line(text: string, look: LineLook = {}): Element {
  const run = {
    type: "TextRun",
    text: unformatted(text),
    ...(look.subtle ? { isSubtle: true } : {}),
    ...(look.bold ? { weight: "bolder" } : {}),
    ...(look.small ? { size: "small" } : {}),
  };
  return {
    type: "RichTextBlock",
    ...(look.spacing ? { spacing: look.spacing } : {}),
    ...(look.separator ? { separator: true } : {}),
    inlines: [run],
  };
}

/** More lines than this are put in one run, so that a text of line ends alone does not burst a card. */
const mostLines = 60;

/** What somebody wrote: every character as it is, never as markup, a block per line. */
export function quoted(text: string): Element {
  const lines = text.split("\n");
  const blocks =
    lines.length <= mostLines
      ? lines
      : [...lines.slice(0, mostLines - 1), lines.slice(mostLines - 1).join("\n")];
  const items: Element[] = [];
  let afterGap = false;
  for (const block of blocks) {
    if (block.trim() === "") afterGap = true;
    else {
      items.push(line(block, { spacing: afterGap ? "medium" : "none" }));
      afterGap = false;
    }
  }
  return { type: "Container", style: "emphasis", items };
}

/** `data` comes back with the inputs; the verb is in it too, for clients that only know Action.Submit. */
export function press(
  title: string,
  verb: Verb,
  data: Readonly<Record<string, unknown>>,
  look: { readonly primary?: boolean; readonly inputs?: "auto" | "none" } = {},
): Element {
  const carried = { ...data, verb };
  const shared = {
    title,
    data: carried,
    associatedInputs: look.inputs ?? "none",
    ...(look.primary ? { style: "positive" } : {}),
  };
  return { type: "Action.Execute", verb, ...shared, fallback: { type: "Action.Submit", ...shared } };
}

export function openPage(title: string, url: string): Element {
  return { type: "Action.OpenUrl", title, url };
}

/** A button that opens a text box with its own Send. */
export function writeBox(
  title: string,
  box: { readonly id: string; readonly label: string; readonly value?: string },
  send: Element,
): Element {
  return {
    type: "Action.ShowCard",
    title,
    card: { type: "AdaptiveCard", body: [textInput(box)], actions: [send] },
  };
}

export function textInput(box: {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
}): Element {
  return {
    type: "Input.Text",
    id: box.id,
    label: box.label,
    isMultiline: true,
    maxLength: 6000,
    ...(box.value === undefined ? {} : { value: readable(box.value) }),
  };
}

export function choiceInput(choice: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly style: "compact" | "expanded";
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}): Element {
  return { type: "Input.ChoiceSet", wrap: true, ...choice };
}

/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
export function chatLink(account: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(account)}`;
}

/** Signs that nobody can read weigh six bytes each in JSON. */
function readable(text: string): string {
  return text.toWellFormed().replaceAll(/(?!\n)\p{Cc}/gu, " ");
}

/** Clients turn {{DATE(…)}} and {{TIME(…)}} into dates everywhere; a word joiner keeps what was written. */
function unformatted(text: string): string {
  return readable(text).replaceAll("{{", "{\u2060{");
}

function escaped(text: string): string {
  return unformatted(text).replaceAll(/[\\*_[\]`~<>#]/g, "\\$&");
}
