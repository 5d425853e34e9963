import { z } from "zod";

export const themeNames = ["default", "dark", "contrast"] as const;
export type ThemeName = (typeof themeNames)[number];

export const locales = ["nl-BE", "fr-BE", "de-BE", "en-GB"] as const;
export type Locale = (typeof locales)[number];

export const sides = ["left", "right"] as const;
export type Side = (typeof sides)[number];

/** `person` may be the last digits of an id; `app` is chat, group, channel, tab or a tab's entity id. */
export interface PaneChoices {
  readonly person: string;
  readonly app: string;
  readonly locale: Locale | undefined;
  readonly page: string;
}

export interface Choices {
  readonly layout: "one" | "two" | undefined;
  readonly theme: ThemeName;
  readonly width: "desktop" | "phone";
  readonly left: PaneChoices;
  readonly right: PaneChoices;
}

/** Each pane has its own names in the address; those of the left pane are the short ones. */
const names = {
  left: { person: "left", app: "app", locale: "locale", page: "page" },
  right: { person: "right", app: "rightApp", locale: "rightLocale", page: "rightPage" },
} as const;

const defaultPerson = { left: "01", right: "04" } as const;

export const defaultChoices: Choices = readChoices("");

function readPane(query: URLSearchParams, side: Side): PaneChoices {
  const locale = z.enum(locales).safeParse(query.get(names[side].locale));
  return {
    person: query.get(names[side].person) || defaultPerson[side],
    app: query.get(names[side].app) || "chat",
    locale: locale.success ? locale.data : undefined,
    page: query.get(names[side].page) ?? "",
  };
}

export function readChoices(search: string): Choices {
  const query = new URLSearchParams(search);
  const layout = z.enum(["one", "two"]).safeParse(query.get("layout"));
  return {
    layout: layout.success ? layout.data : undefined,
    theme: z.enum(themeNames).catch("default").parse(query.get("theme")),
    width: query.get("width") === "phone" ? "phone" : "desktop",
    left: readPane(query, "left"),
    right: readPane(query, "right"),
  };
}

/** Only what differs from the default is written, so that an address stays readable. */
export function writeChoices(choices: Choices): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | undefined, usual: string) => {
    if (value && value !== usual) {
      query.set(name, value);
    }
  };
  put("layout", choices.layout, "");
  for (const side of sides) {
    put(names[side].person, choices[side].person, defaultPerson[side]);
    put(names[side].app, choices[side].app, "chat");
    put(names[side].page, choices[side].page, "");
    put(names[side].locale, choices[side].locale, "");
  }
  put("theme", choices.theme, "default");
  put("width", choices.width, "desktop");
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The locale of Teams that fits a language such as `nl` or `de-BE`. */
export function localeFor(language: string): Locale {
  const short = language.slice(0, 2).toLowerCase();
  return locales.find((locale) => locale.startsWith(short)) ?? "nl-BE";
}

/** A person by whole id, or by its last digits: `04` is enough in an address. */
export function findPerson<P extends { readonly id: string }>(
  people: readonly P[],
  wanted: string,
): P | undefined {
  return (
    people.find((person) => person.id === wanted) ??
    (wanted === "" ? undefined : people.find((person) => person.id.endsWith(wanted.padStart(2, "0"))))
  );
}
