import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../src/base/language.ts";
import { roleIds, topicIds } from "../../src/base/vocabulary.ts";
import { documentIds } from "../../src/content/model.ts";
import { hashOf, type Route, routeOf } from "../../tab/router.ts";

describe("the address of a page", () => {
  test.each([
    ["", { page: "home" }],
    ["#/", { page: "home" }],
    ["#/nergens", { page: "home" }],
    ["#/nota", { page: "document", document: "visienota", section: undefined }],
    ["#/nota/geschenken", { page: "document", document: "visienota", section: "geschenken" }],
    ["visienota/geschenken", { page: "document", document: "visienota", section: "geschenken" }],
    ["code/objectiviteit", { page: "document", document: "code", section: "objectiviteit" }],
    ["wie", { page: "people", wish: {} }],
    [
      "#/wie?taal=fr&rol=netwerk&zoek=an",
      { page: "people", wish: { language: "fr", role: "netwerk", search: "an" } },
    ],
    ["#/wie?taal=klingon&rol=baas", { page: "people", wish: {} }],
    ["#/hulp", { page: "help" }],
  ])("%s opens %j", (address, route) => {
    expect(routeOf(address)).toEqual(route);
  });

  test("leads back to the same page", () => {
    const search = fc
      .string({ minLength: 1, maxLength: 60, unit: "grapheme" })
      .filter((text) => text.length <= 80);
    const route: fc.Arbitrary<Route> = fc.oneof(
      fc.constant<Route>({ page: "home" }),
      fc.constant<Route>({ page: "help" }),
      fc.record({
        page: fc.constant("document" as const),
        document: fc.constantFrom(...documentIds),
        section: fc.option(fc.stringMatching(/^[a-z0-9-]{1,20}$/), { nil: undefined }),
      }),
      fc.record({
        page: fc.constant("people" as const),
        wish: fc.record(
          {
            search,
            role: fc.constantFrom(...roleIds),
            topic: fc.constantFrom(...topicIds),
            language: fc.constantFrom(...languages),
          },
          { requiredKeys: [] },
        ),
      }),
    );
    fc.assert(
      fc.property(route, (one) => {
        expect(routeOf(hashOf(one))).toEqual(one);
      }),
    );
  });

  test("may be anything without breaking the page", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (address) => routeOf(`#/${address}`).page !== undefined),
    );
  });
});
