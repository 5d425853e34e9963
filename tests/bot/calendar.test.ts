import { describe, expect, it } from "vitest";
import { belgianCalendar } from "../../bot/calendar.ts";

const calendar = belgianCalendar();
const daysLater = (moment: string, days: number) =>
  calendar.dateOf(calendar.workingDaysAfter(Date.parse(moment), days));

describe("Belgian working days", () => {
  it("pass over a weekend", () => {
    expect(daysLater("2026-11-20T10:00:00+01:00", 1)).toBe("2026-11-23");
    expect(daysLater("2026-11-20T10:00:00+01:00", 3)).toBe("2026-11-25");
  });

  it("pass over public holidays, fixed and moving", () => {
    expect(daysLater("2026-11-10T10:00:00+01:00", 1)).toBe("2026-11-12");
    expect(daysLater("2027-03-26T10:00:00+01:00", 1)).toBe("2027-03-30");
    expect(daysLater("2027-05-05T10:00:00+02:00", 1)).toBe("2027-05-07");
    expect(daysLater("2026-12-24T10:00:00+01:00", 1)).toBe("2026-12-28");
  });

  it("work on days that are only observed, such as the King's Feast", () => {
    expect(daysLater("2027-11-12T10:00:00+01:00", 1)).toBe("2027-11-15");
  });

  it("begin at midnight in Brussels, in winter and in summer", () => {
    expect(calendar.dateOf(Date.parse("2026-12-01T23:30:00Z"))).toBe("2026-12-02");
    expect(calendar.dateOf(Date.parse("2026-07-01T22:30:00Z"))).toBe("2026-07-02");
  });
});
