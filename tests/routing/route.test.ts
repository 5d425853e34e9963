import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../src/base/language.ts";
import { type MemberId, roleIds } from "../../src/base/vocabulary.ts";
import { isActive } from "../../src/routing/candidate.ts";
import { type RoutingRequest, route } from "../../src/routing/route.ts";
import { candidate } from "../support/test-desk.ts";

const id = (name: string) => name as MemberId;
const today = "2026-11-23";

function chosen(change: Partial<RoutingRequest>): string | undefined {
  return route({
    topic: "geschenken",
    language: "nl",
    roles: ["netwerk"],
    candidates: [],
    load: new Map(),
    excluded: new Set(),
    today,
    ...change,
  })?.memberId;
}

describe("routing", () => {
  it("takes the first role of the route that has someone", () => {
    const candidates = [candidate(id("paps"), "paps"), candidate(id("vp"), "vertrouwenspersoon")];
    expect(chosen({ candidates, roles: ["vertrouwenspersoon", "paps"] })).toBe("vp");
    expect(chosen({ candidates: candidates.slice(0, 1), roles: ["vertrouwenspersoon", "paps"] })).toBe(
      "paps",
    );
  });

  it("never sends a welfare topic to the general network, whatever happens", () => {
    const candidates = [candidate(id("net"), "netwerk")];
    expect(
      chosen({ candidates, topic: "grensoverschrijdend", roles: ["vertrouwenspersoon", "paps"] }),
    ).toBeUndefined();
  });

  it("falls back to the coordinator when no role of the route has anyone", () => {
    expect(chosen({ candidates: [candidate(id("co"), "coordinator")], roles: ["diversiteit"] })).toBe("co");
  });

  it("prefers whoever speaks the language, then whoever holds the fewest, then the editors' order", () => {
    const nl = candidate(id("nl"), "netwerk", { order: 2 });
    const fr = candidate(id("fr"), "netwerk", { languages: ["fr"], order: 1 });
    const nl2 = candidate(id("nl2"), "netwerk", { order: 3 });
    const candidates = [nl, fr, nl2];
    expect(chosen({ candidates })).toBe("nl");
    expect(chosen({ candidates, language: "fr" })).toBe("fr");
    expect(chosen({ candidates, load: new Map([[id("nl"), 2]]) })).toBe("nl2");
    expect(chosen({ candidates, language: "de" })).toBe("fr");
  });

  it("passes over people who serve other topics or are not active today", () => {
    const other = candidate(id("other"), "netwerk", { topics: ["middelen"] });
    const gone = candidate(id("gone"), "netwerk", { activeUntil: "2026-11-22" });
    const soon = candidate(id("soon"), "netwerk", { activeFrom: "2026-11-24" });
    const lastDay = candidate(id("last-day"), "netwerk", { activeFrom: today, activeUntil: today });
    expect(chosen({ candidates: [other, gone, soon] })).toBeUndefined();
    expect(chosen({ candidates: [other, gone, soon, lastDay] })).toBe("last-day");
  });

  it("never chooses someone excluded, inactive or of no fitting role, whoever is there", () => {
    const arbitrary = fc.record({
      memberId: fc.constantFrom("a", "b", "c", "d").map(id),
      role: fc.constantFrom(...roleIds),
      languages: fc.subarray([...languages]),
      topics: fc.constantFrom([], ["geschenken" as const], ["middelen" as const]),
      activeFrom: fc.constantFrom(undefined, "2026-01-01", "2027-01-01"),
      activeUntil: fc.constantFrom(undefined, "2026-01-01", "2027-01-01"),
      order: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(arbitrary), fc.subarray(["a", "b", "c", "d"].map(id)), (candidates, out) => {
        const excluded = new Set(out);
        const roles = ["vertrouwenspersoon", "paps"] as const;
        const one = route({
          ...{ topic: "geschenken", language: "nl", roles, candidates, load: new Map(), excluded, today },
        });
        if (!one) return;
        expect(excluded.has(one.memberId)).toBe(false);
        expect(isActive(one, today)).toBe(true);
        expect([...roles, "coordinator"]).toContain(one.role);
      }),
    );
  });
});
