import { z } from "zod";
import { languages } from "../../src/base/language.ts";
import { roleIds } from "../../src/base/vocabulary.ts";
import { botWords } from "../../src/i18n/bot-words.ts";
import { type Card, type Verb, verbs } from "../cards/card.ts";
import { networkCard, roleCard } from "../cards/network-card.ts";
import { languageCard, sentenceCard } from "../cards/plain-cards.ts";
import { close, followUp, myQuestions, open, readOwn, withdraw } from "./asker-actions.ts";
import type { ChatParts } from "./chat-parts.ts";
import { draft } from "./draft.ts";
import { answer, claim, decline, readOffered, viewOffered } from "./member-actions.ts";
import { lasting, type Pressed, passing } from "./pressed.ts";
import { send } from "./send-question.ts";
import type { PersonTurn, Turn } from "./turn.ts";

const verbSchema = z.enum(verbs);
const draftSchema = z.object({ questionId: z.guid(), text: z.string().default("") });
const networkSchema = z.object({ role: z.enum(roleIds).optional() });
const languageSchema = z.object({ language: z.enum(languages).optional() });
/** What a person may have typed in a card, whatever else is wrong with it. */
const typedSchema = z.object({ text: z.string().optional(), answer: z.string().optional() });

/** What a button does. Never throws: whatever goes wrong is a card that says so and keeps what was typed. */
export async function pressed(parts: ChatParts, turn: Turn, verb: unknown, data: unknown): Promise<Pressed> {
  const { scene, person } = turn;
  const typed = typedOf(data);
  if (!person) return passing(sentenceCard(scene, scene.words.fault.unknownPerson, typed));
  const known = verbSchema.safeParse(verb);
  if (!known.success) {
    parts.log("warn", "action-unknown");
    return passing(sentenceCard(scene, scene.words.fault.unknownAction, typed));
  }
  try {
    return await act(parts, { ...turn, person }, known.data, data);
  } catch (error) {
    const unreadable = error instanceof z.ZodError;
    parts.log(unreadable ? "warn" : "error", "action-failed", { verb: known.data }, error);
    const sentence = unreadable ? scene.words.fault.unreadableAction : scene.words.fault.tryAgain;
    return passing(sentenceCard(scene, sentence, typed));
  }
}

async function act(parts: ChatParts, turn: PersonTurn, verb: Verb, data: unknown): Promise<Pressed> {
  switch (verb) {
    case "draft":
      return lasting(await draft(parts, turn, draftSchema.parse(data)));
    case "send":
      return send(parts, turn, data);
    case "follow-up":
      return followUp(parts, turn, data);
    case "close":
      return close(parts, turn, data);
    case "withdraw":
      return withdraw(parts, turn, data);
    case "claim":
      return claim(parts, turn, data);
    case "answer":
      return answer(parts, turn, data);
    case "decline":
      return decline(parts, turn, data);
    case "language":
      return lasting(await chooseLanguage(parts, turn, languageSchema.parse(data).language));
    case "open":
      return open(parts, turn, data);
    case "view":
      return viewOffered(parts, turn, data);
    case "read":
      return isOwn(data) ? readOwn(parts, turn, data) : readOffered(parts, turn, data);
    case "my-questions":
      return passing(await myQuestions(parts, turn));
    case "network":
      return passing(network(turn, networkSchema.parse(data)));
  }
}

/** Who one can turn to: all roles, or the names of one. */
function network({ scene }: PersonTurn, { role }: z.infer<typeof networkSchema>): Card {
  return role === undefined ? networkCard(scene) : roleCard(scene, role);
}

/** Shows the choice of languages, or keeps the one that was chosen. */
export async function chooseLanguage(
  { chats, vault }: ChatParts,
  { scene, person }: PersonTurn,
  language: PersonTurn["scene"]["language"] | undefined,
): Promise<Card> {
  if (language === undefined) return languageCard(scene);
  await chats.setLanguage(vault.pseudonym("person", person.askerId), language);
  const words = botWords(language);
  return sentenceCard({ ...scene, language, words }, words.language.chosen);
}

/** An asker's button carries a ticket, a member's does not. */
function isOwn(data: unknown): boolean {
  return z.object({ ticket: z.string() }).safeParse(data).success;
}

function typedOf(data: unknown): string | undefined {
  const found = typedSchema.safeParse(data).data;
  return found?.text ?? found?.answer;
}
