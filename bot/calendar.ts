import Holidays from "date-holidays";
import type { WorkingCalendar } from "../src/questions/ports.ts";

const dayMs = 86_400_000;
const brusselsDate = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Brussels" });

/** Working days with the ten public holidays of Belgium; Saturdays and Sundays are none. */
export function belgianCalendar(): WorkingCalendar {
  const holidays = new Holidays("BE");
  const byYear = new Map<string, ReadonlySet<string>>();

  function publicHolidays(year: string): ReadonlySet<string> {
    const known = byYear.get(year);
    if (known) return known;
    const days = holidays.getHolidays(Number(year)).filter((holiday) => holiday.type === "public");
    const dates = new Set(days.map((holiday) => holiday.date.slice(0, 10)));
    byYear.set(year, dates);
    return dates;
  }

  /** `noon` is 12:00 UTC of a date, which is the same date in Brussels all year. */
  function isWorkingDay(noon: Date): boolean {
    const date = noon.toISOString().slice(0, 10);
    const weekday = noon.getUTCDay();
    return weekday !== 0 && weekday !== 6 && !publicHolidays(date.slice(0, 4)).has(date);
  }

  let lastMinute = { minute: Number.NaN, date: "" };

  /** Kept for the minute: formatting a date is dear, and a turn asks for today several times. */
  function dateOf(at: number): string {
    const minute = Math.floor(at / 60_000);
    if (minute !== lastMinute.minute) lastMinute = { minute, date: brusselsDate.format(at) };
    return lastMinute.date;
  }

  return {
    dateOf,
    workingDaysAfter(at, days) {
      let noon = Date.parse(`${dateOf(at)}T12:00:00Z`);
      for (let left = days; left > 0; ) {
        noon += dayMs;
        if (isWorkingDay(new Date(noon))) left -= 1;
      }
      return noon;
    },
  };
}
