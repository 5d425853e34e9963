import type { Card } from "../cards/card.ts";
import { networkCard } from "../cards/network-card.ts";
import { elsewhereCard, helpCard, sentenceCard } from "../cards/plain-cards.ts";
import { chooseLanguage } from "./actions.ts";
import { myQuestions } from "./asker-actions.ts";
import type { ChatParts } from "./chat-parts.ts";
import { type Command, commandOf } from "./commands.ts";
import { draft } from "./draft.ts";
import type { PersonTurn, Turn } from "./turn.ts";

/** The reply to a message. Never throws: what fails becomes words. */
export async function replyTo(parts: ChatParts, turn: Turn): Promise<Card> {
  const { scene, person, personal } = turn;
  if (!personal) return elsewhereCard(scene, parts.tab.botId);
  if (!person) return sentenceCard(scene, scene.words.fault.unknownPerson);
  try {
    return await replyToPerson(parts, { ...turn, person });
  } catch (error) {
    parts.log("error", "message-failed", {}, error);
    return sentenceCard(scene, scene.words.fault.tryAgain);
  }
}

async function replyToPerson(parts: ChatParts, turn: PersonTurn): Promise<Card> {
  const { scene, context, place, activityId } = turn;
  const text = (context.activity.text ?? "").replaceAll("\u00a0", " ").trim();
  if (text === "") return sentenceCard(scene, emptySentence(turn));
  const command = commandOf(text);
  if (command) return obey(parts, turn, command);
  // Derived, so that the same message twice is one draft and so one question.
  const source = activityId === undefined ? parts.newId() : `${place.conversationId}/${activityId}`;
  return draft(parts, turn, { questionId: parts.vault.derivedId("draft", source), text });
}

async function obey(parts: ChatParts, turn: PersonTurn, command: Command): Promise<Card> {
  switch (command.does) {
    case "help":
      return helpCard(turn.scene, firstNameOf(turn));
    case "network":
      return networkCard(turn.scene);
    case "my-questions":
      return myQuestions(parts, turn);
    case "language":
      return chooseLanguage(parts, turn, undefined);
    case "choose":
      return chooseLanguage(parts, turn, command.language);
  }
}

export function welcome({ scene, person }: Turn): Card {
  return helpCard(scene, person && firstNameOf({ person }));
}

/** "Lien" of "Lien Peeters"; nothing of "Peeters, Lien", where we would guess wrong. */
function firstNameOf({ person }: Pick<PersonTurn, "person">): string | undefined {
  return person.name.includes(",") ? undefined : person.name.split(" ")[0];
}

/** Teams adds the text itself as an attachment of HTML; anything else is a file or picture. */
function emptySentence({ context, scene }: PersonTurn): string {
  const files = (context.activity.attachments ?? []).some(({ contentType }) => contentType !== "text/html");
  return files ? scene.words.fault.onlyAttachment : scene.words.fault.textEmpty;
}
