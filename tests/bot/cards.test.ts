import { describe, expect, it } from "vitest";
import { answerCard, askerCard } from "../../bot/cards/asker-card.ts";
import type { Card } from "../../bot/cards/card.ts";
import { cutAtWord, weightOf } from "../../bot/cards/cut.ts";
import { draftCard } from "../../bot/cards/draft-card.ts";
import { memberCard } from "../../bot/cards/member-card.ts";
import { myQuestionsCard } from "../../bot/cards/my-questions-card.ts";
import { networkCard, roleCard } from "../../bot/cards/network-card.ts";
import { helpCard, languageCard, retryCard, sentenceCard } from "../../bot/cards/plain-cards.ts";
import type { Scene } from "../../bot/cards/scene.ts";
import { languages } from "../../src/base/language.ts";
import type { MemberId } from "../../src/base/vocabulary.ts";
import { statuses } from "../../src/questions/life.ts";
import { type MessageId, maxTextLength, type QuestionId } from "../../src/questions/question.ts";
import { createChatWorld, everything, readOf } from "./chat-world.ts";
import { bram, fatima, lien } from "./sample-content.ts";
import { sampleScene, sampleView } from "./sample-view.ts";

const questionId = "11111111-0000-4000-8000-000000000001" as QuestionId;
const memberId = fatima.id as MemberId;

/** Every card that people may see, with these texts in it. */
function cardsWith(text: string, language: Scene["language"] = "nl"): [string, Card][] {
  const here = sampleScene(language);
  const draft = { questionId, text, topic: "geschenken", mode: "named", reader: memberId } as const;
  const again = { input: { id: "text", label: "x", value: text }, verb: "draft", data: {} } as const;
  return [
    ["draft", draftCard(here, draft, "let op")],
    ["draft without reader", draftCard(here, { ...draft, reader: undefined })],
    ["answer", answerCard(here, sampleView("answered", [text, text]), "m1" as MessageId)],
    ["help", helpCard(here, "Lien")],
    ["language", languageCard(here)],
    ["network", networkCard(here)],
    ["role", roleCard(here, "netwerk")],
    ["my questions", myQuestionsCard(here, Array(8).fill(sampleView("answered", [text, text])))],
    ["retry", retryCard(here, "Dat lukte niet.", { ...again, withHelpLines: true })],
    ["unsent", sentenceCard(here, "Dat kan niet meer.", text)],
    ...statuses.flatMap((status): [string, Card][] => [
      [`asker ${status}`, askerCard(here, sampleView(status, [text, text]), { notice: "x", unsent: text })],
      [`member ${status}`, memberCard(here, sampleView(status, [text, text, text]), { typed: text })],
      [`taken ${status}`, memberCard(here, { ...sampleView(status, [text]), viewer: bram.id as MemberId })],
    ]),
  ];
}

/** Texts that weigh much more than their length says. */
const heavy: readonly (readonly [string, string])[] = [
  ["plain", "woord ".repeat(maxTextLength / 6)],
  ["without a space", "a".repeat(maxTextLength)],
  ["Chinese", "漢".repeat(maxTextLength)],
  ["emoji", "😀".repeat(maxTextLength / 2)],
  ["line ends", "a\n".repeat(maxTextLength / 2)],
  ["quotes", '"\\'.repeat(maxTextLength / 2)],
  ["control characters", "\u0001".repeat(maxTextLength)],
  ["halves of emoji", "\ud83d".repeat(maxTextLength)],
  ["dates", "{{".repeat(maxTextLength / 2)],
];

describe("every card", () => {
  it.each(heavy)("weighs less than Teams takes, with the longest text of %s", (_name, text) => {
    for (const [name, card] of cardsWith(text)) expect(weightOf(card), name).toBeLessThanOrEqual(25_000);
  });

  it.each(languages)(
    "can be read aloud in %s: language, labels, a text for clients without cards",
    (language) => {
      for (const [name, card] of cardsWith("Mag dat?", language)) {
        expect(card, name).toMatchObject({ version: "1.5", lang: language });
        expect(card.fallbackText.length, name).toBeGreaterThan(3);
        for (const part of everything(card)) {
          const type = String(part["type"]);
          if (type.startsWith("Input.")) expect(part["label"], name).toBeTruthy();
          if (type.startsWith("Action.")) expect(part["title"], name).toBeTruthy();
          if (type === "TextBlock") expect(part["wrap"], name).toBe(true);
        }
      }
    },
  );

  it("has at most one primary button in sight, and six parts before it where one asks and helps", () => {
    for (const [name, card] of cardsWith("Mag dat?")) {
      const primary = card.actions.filter((action) => action["style"] === "positive");
      expect(primary.length, name).toBeLessThanOrEqual(1);
      if (name === "draft" || name === "help") expect(card.body.length, name).toBeLessThanOrEqual(6);
    }
  });
});

describe("long texts", () => {
  it("are whole as long as they fit", () => {
    const text = "woord ".repeat(maxTextLength / 6).trim();
    expect(
      readOf(answerCard(sampleScene(), sampleView("answered", ["kort", text]), "m1" as MessageId)),
    ).toContain(text);
    expect(readOf(memberCard(sampleScene(), sampleView("routed", [text])))).toContain(text);
  });

  it("are cut at a word, never in the middle of a sign", () => {
    expect(cutAtWord("een twee drie", 9)).toBe("een twee …");
    expect(cutAtWord("kort", 9)).toBe("kort");
    expect(cutAtWord("😀😀", 3)).toBe("😀\ufffd …");
  });

  it("can be read on where a card has to cut them", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    const long = "漢字 ".repeat(1990).trim();
    await say(lien, long);
    await press(lien, "send");
    await settle();
    const offer = teams.chat(fatima.id)[0]?.card ?? expect.fail();
    await press(fatima, "answer", { answer: long });
    await settle();
    await press(lien, "follow-up", { text: `${long} einde` });
    await settle();
    const whole = await press(fatima, "claim", {}, { card: offer });
    const mine = await press(fatima, "read", {}, { card: whole });
    expect(readOf(mine)).toContain(long);
    const next = await press(fatima, "read", {}, { card: mine });
    expect(readOf(next)).toContain(long);
    expect(readOf(await press(fatima, "view", {}, { card: next }))).toContain("Jij neemt deze vraag op");
  });
});
