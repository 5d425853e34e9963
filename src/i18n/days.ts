import type { Language } from "../base/language.ts";

const timeZone = "Europe/Brussels";

/** What stands before a date, but not before a weekday, in "at the latest". */
const beforeDate: Readonly<Record<Language, string>> = { nl: "", fr: "le ", de: "am ", en: "" };

/** "3 maart 2026", as one writes it in Belgium. Takes an ISO date. */
export function dayInWords(isoDate: string, language: Language): string {
  const time = Date.parse(isoDate);
  return Number.isNaN(time) ? isoDate : formats(language).longDate.format(time);
}

/** "vandaag 14:05", "gisteren 9:00", "dinsdag 9:00", then the date. */
export function momentInWords(time: number, now: number, language: Language): string {
  const { relative, clock, weekday, longDate } = formats(language);
  const daysAgo = dayNumber(now) - dayNumber(time);
  if (daysAgo === 0 || daysAgo === 1) return `${relative.format(-daysAgo, "day")} ${clock.format(time)}`;
  if (daysAgo > 1 && daysAgo < 7) return `${weekday.format(time)} ${clock.format(time)}`;
  return longDate.format(time);
}

/** A day to come, as one says it: "vandaag", "morgen", "dinsdag", "3 maart". */
export function dueInWords(time: number, now: number, language: Language): string {
  const { relative, weekday, shortDate } = formats(language);
  const days = dayNumber(time) - dayNumber(now);
  if (days === 0 || days === 1) return relative.format(days, "day");
  if (days > 1 && days < 7) return weekday.format(time);
  return beforeDate[language] + shortDate.format(time);
}

const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone });

function dayNumber(time: number): number {
  return Math.round(Date.parse(isoDay.format(time)) / 86_400_000);
}

/** Making a format costs a hundred times what using it does. */
const kept = new Map<Language, ReturnType<typeof formatsFor>>();

function formats(language: Language) {
  const known = kept.get(language);
  if (known) return known;
  const made = formatsFor(language);
  kept.set(language, made);
  return made;
}

function formatsFor(language: Language) {
  const locale = `${language}-BE`;
  return {
    longDate: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }),
    shortDate: new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: "long", timeZone }),
    clock: new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }),
    relative: new Intl.RelativeTimeFormat(locale, { numeric: "auto" }),
  };
}
