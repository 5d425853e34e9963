import { type Scene, sceneFor } from "../../bot/cards/scene.ts";
import type { Language } from "../../src/base/language.ts";
import type { MemberId } from "../../src/base/vocabulary.ts";
import type { Status } from "../../src/questions/life.ts";
import type { Message, MessageId, QuestionId, Ticket } from "../../src/questions/question.ts";
import type { AskerView, MemberView } from "../../src/questions/views.ts";
import { fatima, lien, sampleContent } from "./sample-content.ts";

/** A Monday morning in Brussels. */
const now = Date.UTC(2026, 10, 23, 9);
const questionId = "11111111-0000-4000-8000-000000000001" as QuestionId;
const memberId = fatima.id as MemberId;

export function sampleScene(language: Language = "nl"): Scene {
  return sceneFor(language, { now, content: sampleContent(), newId: () => questionId });
}

/** A question with a conversation of these texts, the asker's first, Fatima's second, and so on; for both sides. */
export function sampleView(status: Status, texts: readonly string[]): AskerView & MemberView {
  const free = status === "received" || status === "routed";
  const thread = texts.map(
    (text, index): Message => ({
      ...{ id: `m${index}` as MessageId, text, writtenAt: now },
      author: index % 2 === 0 ? { by: "asker" } : { by: "member", memberId },
    }),
  );
  return {
    ...{ id: questionId, mode: "named", topic: "geschenken", language: "nl", status, askedAt: now, thread },
    ...{ expectedBy: now + 3 * 86_400_000, assignee: free ? undefined : memberId },
    ...{ readers: status === "received" ? [] : [memberId], ticket: "t".repeat(22) as Ticket },
    ...{ asker: { known: true, name: lien.name, account: "lien@x.example" }, viewer: memberId },
  };
}
