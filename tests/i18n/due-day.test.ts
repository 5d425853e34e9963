import { expect, it } from "vitest";
import { dueInWords } from "../../src/i18n/days.ts";

// A Monday, ten o'clock in Brussels.
const now = Date.UTC(2026, 10, 23, 9);
const day = 86_400_000;

it("says a day to come as one says it", () => {
  expect(dueInWords(now + 3_600_000, now, "nl")).toBe("vandaag");
  expect(dueInWords(now + day, now, "nl")).toBe("morgen");
  expect(dueInWords(now + 3 * day, now, "nl")).toBe("donderdag");
  expect(dueInWords(now + 10 * day, now, "nl")).toBe("3 december");
  expect(dueInWords(now + 10 * day, now, "fr")).toBe("le 3 décembre");
  expect(dueInWords(now + 10 * day, now, "de")).toBe("am 3. Dezember");
  expect(dueInWords(now + day, now, "en")).toBe("tomorrow");
});

it("counts days in Brussels, not in Greenwich", () => {
  const lateEvening = Date.UTC(2026, 10, 23, 22, 30);
  expect(dueInWords(Date.UTC(2026, 10, 23, 23, 30), lateEvening, "nl")).toBe("morgen");
});
