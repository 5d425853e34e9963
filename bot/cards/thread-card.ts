import type { Message } from "../../src/questions/question.ts";
import { type Card, card, heading, press, quoted } from "./card.ts";
import type { Scene } from "./scene.ts";

/** One message of a conversation, whole, with the way to the others and back. */
export function threadCard(
  scene: Scene,
  {
    messages,
    index,
    who,
    data,
  }: {
    readonly messages: readonly Message[];
    readonly index: number;
    readonly who: (message: Message) => string;
    readonly data: Readonly<Record<string, string>>;
  },
): Card {
  const message = messages[index];
  const title = message ? `${index + 1}/${messages.length} ${who(message)}` : scene.words.fault.notFound;
  const next = messages[index + 1];
  const previous = messages[index - 1];
  return card(
    scene.language,
    title,
    [heading(title), message && quoted(message.text)],
    [
      next && press(`${index + 2}/${messages.length}`, "read", { ...data, messageId: next.id }),
      previous && press(`${index}/${messages.length}`, "read", { ...data, messageId: previous.id }),
      press(scene.words.mine.backToCard, "ticket" in data ? "open" : "view", data),
    ],
  );
}
