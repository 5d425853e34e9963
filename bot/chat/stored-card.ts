import { type Activity, CardFactory, MessageFactory, type TurnContext } from "botbuilder";
import type { Log } from "../../src/base/ports.ts";
import type { Card } from "../cards/card.ts";

/** A message that is one card. The summary is what a notification shows: never more than the heading. */
export function cardMessage(card: Card): Partial<Activity> {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary: card.fallbackText };
}

/** What we use of the connector's client: botbuilder does not export its type. */
interface ActivityUpdater {
  readonly conversations: {
    updateActivity(conversation: string, id: string, activity: Partial<Activity>): Promise<unknown>;
  };
}

/**
 * Puts a card in the place of the one that was pressed, for whoever opens the
 * chat later. Not awaited by the turn: the person has the card already, and a
 * later press shows the state of that moment anyway.
 */
export function updateLater(context: TurnContext, activityId: string, card: Card, log: Log): void {
  const { conversation } = context.activity;
  const activity = { ...cardMessage(card), id: activityId, conversation };
  // The context itself ends with the turn; the client of it does not.
  const client = context.turnState.get<ActivityUpdater | undefined>(context.adapter.ConnectorClientKey);
  const update = client
    ? client.conversations.updateActivity(conversation.id, activityId, activity)
    : context.updateActivity(activity);
  update.catch((error: unknown) => {
    log("warn", "card-not-updated", {}, error);
  });
}
