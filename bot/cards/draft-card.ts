import { localize } from "../../src/base/language.ts";
import type { MemberId, TopicId } from "../../src/base/vocabulary.ts";
import type { Actor } from "../../src/content/model.ts";
import type { QuestionId } from "../../src/questions/question.ts";
import { type Card, card, choiceInput, type Element, heading, line, press, textInput } from "./card.ts";
import { actorOf, firstNameOf, nameOf, roleInSentence, type Scene } from "./scene.ts";

export interface Draft {
  readonly questionId: QuestionId;
  readonly text: string;
  readonly topic: TopicId;
  readonly mode: "named" | "confidential";
  /** Who would get it now; undefined when nobody can. */
  readonly reader: MemberId | undefined;
}

/** A question before it is sent: its text, topic, reader and mode, and one button. */
export function draftCard(scene: Scene, draft: Draft, notice?: string): Card {
  const words = scene.words.card;
  const { questionId, topic, reader } = draft;
  return card(
    scene.language,
    words.draft,
    [
      heading(words.draft),
      notice === undefined ? undefined : line(notice, { bold: true }),
      textInput({ id: "text", label: words.yourQuestion, value: draft.text }),
      choiceInput({
        ...{ id: "topic", label: words.topic, value: topic, style: "compact" },
        choices: (scene.content?.topics ?? []).map(({ id, label }) => ({
          title: localize(label, scene.language).text,
          value: id,
        })),
      }),
      ...readerLines(scene, draft),
      modeInput(scene, draft),
    ],
    [press(words.send, "send", { questionId, shown: { topic, reader } }, { primary: true, inputs: "auto" })],
  );
}

function readerLines(scene: Scene, { reader, topic }: Draft): readonly Element[] {
  const words = scene.words.card;
  if (reader === undefined) return [line(words.nobody), ...servicesFor(scene, topic)];
  const actor = actorOf(scene, reader);
  const role = actor && roleInSentence(scene, actor.role);
  const reads = role === undefined ? words.readerOfNetwork : words.reads(nameOf(scene, reader), role);
  return [line(`${reads} ${words.readsElse}`)];
}

function modeInput(scene: Scene, { reader, mode }: Draft): Element {
  const words = scene.words.card;
  const name = firstNameOf(scene, reader);
  return choiceInput({
    ...{ id: "mode", label: words.mode, value: mode, style: "expanded" },
    choices: [
      { title: words.namedChoice(name), value: "named" },
      { title: words.confidentialChoice(name), value: "confidential" },
    ],
  });
}

/** Who else helps with a topic when nobody of the network can, with their phones. */
export function servicesFor(scene: Scene, topic: TopicId): readonly Element[] {
  const route = scene.content?.topics.find((one) => one.id === topic)?.route ?? [];
  const services = (scene.content?.actors ?? []).filter(
    (actor) => actor.phone !== undefined && (route.includes(actor.role) || actor.kind === "service"),
  );
  const nearest = services.toSorted((a, b) => rank(a, route) - rank(b, route)).slice(0, 4);
  return nearest.map((actor) => line(`${actor.name}: ${actor.phone ?? ""}`, { spacing: "small" }));
}

function rank(actor: Actor, route: readonly string[]): number {
  const place = route.indexOf(actor.role);
  return place === -1 ? route.length : place;
}
