import { type TopicId, topicIds } from "../../src/base/vocabulary.ts";
import { maxTextLength, type QuestionId } from "../../src/questions/question.ts";
import { suggestTopic } from "../../src/triage/suggest-topic.ts";
import type { Card } from "../cards/card.ts";
import { draftCard } from "../cards/draft-card.ts";
import { retryCard, sentenceCard } from "../cards/plain-cards.ts";
import type { ChatParts } from "./chat-parts.ts";
import { faultSentence, inWords } from "./fault-words.ts";
import type { PersonTurn } from "./turn.ts";

/** What was typed, as one card that can be sent. Nothing of it is stored before that. */
export async function draft(
  parts: ChatParts,
  { scene, person }: PersonTurn,
  written: { readonly questionId: string; readonly text: string },
): Promise<Card> {
  const { text } = written;
  const questionId = written.questionId as QuestionId;
  const { fault } = scene.words;
  if (text.trim() === "") return sentenceCard(scene, fault.textEmpty);
  if (text.length > maxTextLength) {
    return sentenceCard(scene, fault.textTooLong(inWords(scene, text.length), inWords(scene, maxTextLength)));
  }
  try {
    const content = scene.content ?? (await parts.content.current());
    const ranked = suggestTopic(text, content.topics, scene.language);
    const topic = known(ranked[0] ?? content.topics[0]?.id);
    const reader = await parts.desk.preview({ topic, language: scene.language, askerId: person.askerId });
    return draftCard({ ...scene, content }, { questionId, text, topic, mode: "confidential", reader });
  } catch (error) {
    parts.log("error", "draft-failed", {}, error);
    return retryCard(scene, faultSentence(scene, error, { to: "asker", typed: text }), {
      input: { id: "text", label: scene.words.card.yourQuestion, value: text },
      ...{ verb: "draft", data: { questionId }, withHelpLines: true },
    });
  }
}

function known(topic: TopicId | undefined): TopicId {
  return topic ?? topicIds[topicIds.length - 1] ?? "dilemma";
}
