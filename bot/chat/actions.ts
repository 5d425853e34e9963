import { z } from "zod";
import { languages } from "../../src/base/language.ts";
import { roleIds } from "../../src/base/vocabulary.ts";
import { botWords } from "../../src/i18n/bot-words.ts";
import { type Card, type Verb, verbs } from "../cards/card.ts";
import { networkCard, roleCard } from "../cards/network-card.ts";
import { languageCard, sentenceCard } from "../cards/plain-cards.ts";
import {
  close,
  followUp,
  myQuestions,
  open,
  type PersonTurn,
  readOwn,
  send,
  withdraw,
} from "./asker-actions.ts";
import type { ChatParts } from "./chat-parts.ts";
import { draft } from "./draft.ts";
import { answer, claim, decline, readOffered, viewOffered } from "./member-actions.ts";
import type { Turn } from "./turn.ts";

/** What a press leads to. `lasting`: the card in the chat itself changes, not only what is shown now. */
export interface Pressed {
  readonly card: Card;
  readonly lasting: boolean;
}

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
  if (!person) return { card: sentenceCard(scene, scene.words.fault.unknownPerson, typed), lasting: false };
  const known = verbSchema.safeParse(verb);
  if (!known.success) {
    parts.log("warn", "action-unknown");
    return { card: sentenceCard(scene, scene.words.fault.unknownAction, typed), lasting: false };
  }
  try {
    return await act(parts, { ...turn, person }, known.data, data);
  } catch (error) {
    const unreadable = error instanceof z.ZodError;
    parts.log(unreadable ? "warn" : "error", "action-failed", { verb: known.data }, error);
    const sentence = unreadable ? scene.words.fault.unreadableAction : scene.words.fault.tryAgain;
    return { card: sentenceCard(scene, sentence, typed), lasting: false };
  }
}

async function act(parts: ChatParts, turn: PersonTurn, verb: Verb, data: unknown): Promise<Pressed> {
  const lasting = async (card: Promise<Card>) => ({ card: await card, lasting: true });
  const passing = async (card: Promise<Card> | Card) => ({ card: await card, lasting: false });
  switch (verb) {
    case "draft":
      return lasting(draft(parts, turn, draftSchema.parse(data)));
    case "send":
      return lasting(send(parts, turn, data));
    case "follow-up":
      return lasting(followUp(parts, turn, data));
    case "close":
      return lasting(close(parts, turn, data));
    case "withdraw":
      return lasting(withdraw(parts, turn, data));
    case "claim":
      return lasting(claim(parts, turn, data));
    case "answer":
      return lasting(answer(parts, turn, data));
    case "decline":
      return lasting(decline(parts, turn, data));
    case "language":
      return lasting(chooseLanguage(parts, turn, languageSchema.parse(data).language));
    case "open":
      return passing(open(parts, turn, data));
    case "view":
      return passing(viewOffered(parts, turn, data));
    case "read":
      return passing(isOwn(data) ? readOwn(parts, turn, data) : readOffered(parts, turn, data));
    case "my-questions":
      return passing(myQuestions(parts, turn));
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
