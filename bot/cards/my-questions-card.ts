import { momentInWords } from "../../src/i18n/days.ts";
import type { AskerView } from "../../src/questions/views.ts";
import { type Card, card, type Element, heading, line, press } from "./card.ts";
import { cutAtWord } from "./cut.ts";
import type { Scene } from "./scene.ts";
import { withIcon } from "./status-icon.ts";

/** More than this do not fit a card that one reads on a phone. */
export const mostQuestions = 8;

export function myQuestionsCard(scene: Scene, views: readonly AskerView[]): Card {
  const words = scene.words.mine;
  const lines = views.length === 0 ? [line(words.none)] : views.map((view) => questionRow(scene, view));
  return card(scene.language, words.title, [
    heading(words.title),
    ...lines,
    line(words.hint, { subtle: true, small: true, separator: true }),
  ]);
}

function questionRow(scene: Scene, view: AskerView): Element {
  const when = momentInWords(view.askedAt, scene.now, scene.language);
  const status = withIcon(view.status, scene.words.mine.line(scene.words.status[view.status], when));
  const text = cutAtWord((view.thread[0]?.text ?? "").replaceAll(/\s+/g, " "), 80);
  const open = press(scene.words.mine.open, "open", { questionId: view.id, ticket: view.ticket });
  return {
    type: "Container",
    separator: true,
    items: [
      line(text, { bold: true }),
      line(status, { subtle: true, spacing: "none" }),
      { type: "ActionSet", actions: [open] },
    ],
  };
}
