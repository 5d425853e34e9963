import { randomUUID } from "node:crypto";
import type { AskCommand } from "../../src/questions/ask.ts";
import type { AskerId, QuestionId } from "../../src/questions/question.ts";

/** A question that somebody could ask; each call makes another one. */
export function questionFrom(askerId: string, change: Partial<AskCommand> = {}): AskCommand {
  return {
    questionId: randomUUID() as QuestionId,
    askerId: askerId as AskerId,
    address: "chat-of-lien",
    identity: { name: "Lien Peeters", account: "lien.peeters@pzvoorbeeld.example" },
    mode: "confidential",
    topic: "geschenken",
    language: "nl",
    text: "Mag ik een doos pralines houden?",
    ...change,
  };
}
