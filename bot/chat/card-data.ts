import { z } from "zod";
import type { QuestionId } from "../../src/questions/question.ts";

/** As the cards carry it. Who presses is never in a card: that is what Teams says of the press. */
export const questionId = z.guid().transform((id) => id as QuestionId);
