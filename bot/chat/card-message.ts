import { type Activity, CardFactory, MessageFactory } from "botbuilder";
import type { Card } from "../cards/card.ts";

/** A message that is one card. The summary is what a notification shows: never more than the heading. */
export function cardMessage(card: Card): Partial<Activity> {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary: card.fallbackText };
}
