import { TeamsInfo } from "botbuilder";
import { z } from "zod";
import type { MemberId } from "../../src/base/vocabulary.ts";
import { topicIds } from "../../src/base/vocabulary.ts";
import { DeskFault } from "../../src/questions/desk-fault.ts";
import { askerCard } from "../cards/asker-card.ts";
import type { Card } from "../cards/card.ts";
import { draftCard } from "../cards/draft-card.ts";
import { mostQuestions } from "../cards/my-questions-card.ts";
import { retryCard, sentenceCard } from "../cards/plain-cards.ts";
import { nameOf } from "../cards/scene.ts";
import { questionId } from "./card-data.ts";
import type { ChatParts } from "./chat-parts.ts";
import { faultSentence, isRefusal } from "./fault-words.ts";
import { lasting, type Pressed, passing } from "./pressed.ts";
import { addressOf, type PersonTurn } from "./turn.ts";

const memberId = z.string().transform((id) => id as MemberId);

const sendSchema = z.object({
  questionId,
  text: z.string().default(""),
  topic: z.enum(topicIds),
  mode: z.enum(["named", "confidential"]),
  /** For which topic the card named which reader. */
  shown: z.object({ topic: z.enum(topicIds), reader: memberId.optional() }).optional(),
});
/** Send: the draft becomes a question and its card the receipt. */
export async function send(parts: ChatParts, turn: PersonTurn, data: unknown): Promise<Pressed> {
  const command = sendSchema.parse(data);
  const { scene, person } = turn;
  const { mode, topic } = command;
  try {
    const changed = await changedReader(parts, turn, command);
    if (changed) {
      const notice = scene.words.card.readerChanged(nameOf(scene, changed));
      return passing(draftCard(scene, { ...command, reader: changed }, notice));
    }
    const account = mode === "named" ? await accountOf(parts, turn) : undefined;
    const view = await parts.desk.ask({
      ...{ questionId: command.questionId, mode, topic, text: command.text },
      ...{ askerId: person.askerId, language: scene.language },
      address: addressOf(turn),
      identity: { name: person.name, account },
    });
    return lasting(askerCard(scene, view));
  } catch (error) {
    return passing(unsentDraft(parts, turn, command, error));
  }
}

type SendCommand = z.infer<typeof sendSchema>;

/**
 * Whom the chosen topic goes to, when that is not who the card named: nobody
 * sends a question to someone other than they saw.
 */
async function changedReader({ desk }: ChatParts, { person, scene }: PersonTurn, command: SendCommand) {
  const { shown, topic } = command;
  if (!shown || shown.topic === topic) return undefined;
  const reader = await desk.preview({ topic, language: scene.language, askerId: person.askerId });
  if (reader === undefined || reader === shown.reader) return undefined;
  const sent = await desk.questionsOfAsker(person.askerId, mostQuestions);
  return sent.some(({ id }) => id === command.questionId) ? undefined : reader;
}

function unsentDraft({ log }: ChatParts, { scene }: PersonTurn, command: SendCommand, error: unknown): Card {
  const typed = command.text;
  const sentence = faultSentence(scene, error, { to: "asker", typed });
  if (!isRefusal(error)) log("error", "send-failed", {}, error);
  if (error instanceof DeskFault && error.reason === "not-found") return sentenceCard(scene, sentence, typed);
  if (scene.content && isRefusal(error)) {
    const nobody = error instanceof DeskFault && error.reason === "nobody-available";
    return draftCard(scene, { ...command, reader: nobody ? undefined : command.shown?.reader }, sentence);
  }
  const { text: _, ...kept } = command;
  return retryCard(scene, sentence, {
    input: { id: "text", label: scene.words.card.yourQuestion, value: typed },
    ...{ verb: "send", data: kept, withHelpLines: true },
  });
}

/** The sign-in name, for a chat button on the member's card. Without it there is just no button. */
async function accountOf({ log }: ChatParts, { context, person }: PersonTurn): Promise<string | undefined> {
  try {
    const { userPrincipalName } = await TeamsInfo.getMember(context, person.chatUserId);
    return userPrincipalName;
  } catch (error) {
    log("warn", "account-unknown", {}, error);
    return undefined;
  }
}
