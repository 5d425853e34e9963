import type { Language } from "../base/language.ts";

const timeZone = "Europe/Brussels";

/** "3 maart 2026", as one writes it in Belgium. Takes an ISO date. */
export function dayInWords(isoDate: string, language: Language): string {
  const time = Date.parse(isoDate);
  if (Number.isNaN(time)) return isoDate;
  return new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: "long", timeZone }).format(time);
}

function dayNumber(time: number): number {
  const iso = new Intl.DateTimeFormat("en-CA", { timeZone }).format(time);
  return Math.round(Date.parse(iso) / 86_400_000);
}

/** "vandaag 14:05", "gisteren 9:00", "dinsdag 9:00", then the date. */
export function momentInWords(time: number, now: number, language: Language): string {
  const locale = `${language}-BE`;
  const daysAgo = dayNumber(now) - dayNumber(time);
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone }).format(time);
  if (daysAgo === 0 || daysAgo === 1)
    return `${new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-daysAgo, "day")} ${clock}`;
  if (daysAgo > 1 && daysAgo < 7)
    return `${new Intl.DateTimeFormat(locale, { weekday: "long", timeZone }).format(time)} ${clock}`;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(time);
}
