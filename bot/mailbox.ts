import type { MemberId } from "../src/base/vocabulary.ts";
import type { Card } from "./cards/card.ts";
import type { Place } from "./courier-address.ts";

/** Puts cards in chats. Throws what the connector threw. */
export interface Mailbox {
  /** The id of the new activity. */
  send(place: Place, card: Card): Promise<string>;
  update(place: Place, activityId: string, card: Card): Promise<void>;
  /** The personal chat with somebody who never wrote to the bot. */
  openChat(person: MemberId): Promise<Place>;
}
