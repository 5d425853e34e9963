import { describe, expect, test } from "vitest";
import { whereFrom } from "../../../infra/local/teams-page/panes/where.ts";
import {
  findPerson,
  localeFor,
  readChoices,
  writeChoices,
} from "../../../infra/local/teams-page/view/choices.ts";

describe("the choices in the address", () => {
  test("nothing chosen is Lien beside Fatima, in their own language, and an empty address", () => {
    const choices = readChoices("");
    expect([choices.left.person, choices.right.person]).toEqual(["01", "04"]);
    expect(choices.left.locale).toBeUndefined();
    expect(writeChoices(choices)).toBe("");
  });

  test("what is chosen comes back as it was", () => {
    const address =
      "?layout=one&left=03&app=nota&page=geschenken&locale=de-BE&right=07&rightApp=group&theme=dark&width=phone";
    expect(readChoices(writeChoices(readChoices(address)))).toEqual(readChoices(address));
    expect(readChoices(address)).toMatchObject({
      layout: "one",
      theme: "dark",
      width: "phone",
      left: { person: "03", app: "nota", page: "geschenken", locale: "de-BE" },
      right: { person: "07", app: "group" },
    });
  });

  test("nonsense falls back to the default", () => {
    expect(writeChoices(readChoices("?theme=pink&layout=three&width=9&locale=tlh"))).toBe("");
  });

  test("a person is found by the last digits of the id, or not at all", () => {
    const people = [
      { id: "00000000-0000-4000-8000-000000000001" },
      { id: "00000000-0000-4000-8000-000000000014" },
    ];
    expect(findPerson(people, "14")).toBe(people[1]);
    expect(findPerson(people, "1")).toBe(people[0]);
    expect(findPerson(people, "99")).toBeUndefined();
    expect(findPerson(people, "")).toBeUndefined();
  });

  test("a language without a region gets the Belgian one", () => {
    expect([localeFor("fr"), localeFor("de-DE"), localeFor("en"), localeFor("")]).toEqual([
      "fr-BE",
      "de-BE",
      "en-GB",
      "nl-BE",
    ]);
  });

  test("app= names a chat or a tab; an unknown name is the chat with the bot", () => {
    const tabs = [
      { entityId: "home", name: "Start", path: "/tab/" },
      { entityId: "nota", name: "Nota", path: "/tab/#/nota" },
    ];
    expect(whereFrom("tab", tabs)).toEqual({ kind: "tab", tab: tabs[0] });
    expect(whereFrom("nota", tabs)).toEqual({ kind: "tab", tab: tabs[1] });
    expect(whereFrom("channel", tabs)).toEqual({ kind: "chat", chat: "channel" });
    expect(whereFrom("gone", tabs)).toEqual({ kind: "chat", chat: "personal" });
  });
});
