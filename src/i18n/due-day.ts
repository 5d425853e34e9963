import type { Language } from "../base/language.ts";

const timeZone = "Europe/Brussels";
const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone });

/** What stands before a date, but not before a weekday, in "at the latest". */
const beforeDate: Readonly<Record<Language, string>> = { nl: "", fr: "le ", de: "am ", en: "" };

/** A day to come, as one says it: "vandaag", "morgen", "dinsdag", "3 maart". */
export function dueInWords(time: number, now: number, language: Language): string {
  const locale = `${language}-BE`;
  const days = dayNumber(time) - dayNumber(now);
  if (days === 0 || days === 1) {
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
  }
  if (days > 1 && days < 7)
    return new Intl.DateTimeFormat(locale, { weekday: "long", timeZone }).format(time);
  const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone });
  return beforeDate[language] + date.format(time);
}

function dayNumber(time: number): number {
  return Math.round(Date.parse(isoDay.format(time)) / 86_400_000);
}
