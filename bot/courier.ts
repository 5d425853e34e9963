import type { Vault } from "../src/anonymity/vault.ts";
import { type Language, languageOf } from "../src/base/language.ts";
import type { Clock, Log } from "../src/base/ports.ts";
import type { MemberId } from "../src/base/vocabulary.ts";
import type { Content } from "../src/content/model.ts";
import type { Notice } from "../src/questions/notice.ts";
import type { Courier, Outcome } from "../src/questions/ports.ts";
import type { AskerView, MemberView } from "../src/questions/views.ts";
import { answerCard, answeredReceipt, askerCard } from "./cards/asker-card.ts";
import type { Card } from "./cards/card.ts";
import { memberCard } from "./cards/member-card.ts";
import { type Scene, sceneFor } from "./cards/scene.ts";
import type { ChatStore } from "./chat/chat-store.ts";
import type { ContentSource } from "./content/content-source.ts";
import { type Place, readAddress, readPlace, writePlace } from "./courier-address.ts";
import { outcomeOf, vanished } from "./courier-outcome.ts";
import type { Mailbox } from "./mailbox.ts";

export interface CourierParts {
  readonly mailbox: Mailbox;
  readonly chats: ChatStore;
  readonly content: ContentSource;
  readonly vault: Pick<Vault, "pseudonym">;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
}

/** Brings notices as cards to the chats of members and askers. */
export function createCourier(parts: CourierParts): Courier {
  return {
    toMember: (notice, view) => attempt(parts, notice, () => toMember(parts, notice, view)),
    toAsker: (notice, view, address) => attempt(parts, notice, () => toAsker(parts, notice, view, address)),
  };
}

const delivered: Outcome = { kind: "delivered" };

async function attempt(
  { log }: CourierParts,
  { to, about }: Notice,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const outcome = outcomeOf(error);
    log("warn", "courier-failed", { to, about, outcome: outcome.kind }, error);
    return outcome;
  }
}

async function toMember(
  parts: CourierParts,
  notice: Extract<Notice, { to: "member" }>,
  view: MemberView,
): Promise<Outcome> {
  const { memberId } = notice;
  const earlier = await parts.chats.cardsOf(view.id, memberId);
  const reach = await parts.chats.reachOf(memberId, parts.vault.pseudonym("person", memberId));
  const known = reach.conversation === undefined ? undefined : readPlace(reach.conversation);
  const scene = await sceneOf(parts, reach.language ?? (await usualLanguage(parts, memberId)));
  if (notice.about === "change" || (notice.about === "offer" && earlier.length > 0)) {
    // An offer that was sent before a crash could tell so is the same card again.
    if (!known) return delivered;
    const card = memberCard(scene, view);
    for (const activityId of earlier) await replace(parts, known, activityId, card);
    return delivered;
  }
  const about = notice.about === "follow-up" ? notice.messageId : undefined;
  const place = known ?? (await makePlace(parts, memberId));
  const activityId = await parts.mailbox.send(place, memberCard(scene, view, { about }));
  if (activityId !== "") await parts.chats.addCard(view.id, memberId, activityId);
  return delivered;
}

async function toAsker(
  parts: CourierParts,
  notice: Extract<Notice, { to: "asker" }>,
  view: AskerView,
  text: string,
): Promise<Outcome> {
  const address = readAddress(text);
  if (!address) return { kind: "unreachable" };
  const { place, receiptId, language } = address;
  const scene = await sceneOf(parts, language);
  if (notice.about === "change") {
    if (receiptId !== undefined) await replace(parts, place, receiptId, askerCard(scene, view));
    return delivered;
  }
  await parts.mailbox.send(place, answerCard(scene, view, notice.messageId));
  if (receiptId === undefined) return delivered;
  // The answer has arrived: that the receipt still says otherwise is no reason to send it again.
  await replace(parts, place, receiptId, answeredReceipt(scene, view)).catch((error: unknown) => {
    parts.log("warn", "receipt-not-updated", {}, error);
  });
  return delivered;
}

/** A card that its reader deleted needs no change. */
async function replace(
  { mailbox }: CourierParts,
  place: Place,
  activityId: string,
  card: Card,
): Promise<void> {
  try {
    await mailbox.update(place, activityId, card);
  } catch (error) {
    if (!vanished(error)) throw error;
  }
}

/** A member who never wrote to the bot: Teams makes the chat, if the app is installed for them. */
async function makePlace({ chats, mailbox }: CourierParts, memberId: MemberId): Promise<Place> {
  const place = await mailbox.openChat(memberId);
  await chats.setConversation(memberId, writePlace(place));
  return place;
}

/** Dutch for whoever speaks it, as everywhere; another language only for those who do not. */
async function usualLanguage(parts: CourierParts, memberId: MemberId): Promise<Language> {
  const content = await readable(parts);
  return languageOf(content?.actors.find((actor) => actor.memberId === memberId)?.languages[0]);
}

async function sceneOf(parts: CourierParts, language: Language): Promise<Scene> {
  const content = await readable(parts);
  return sceneFor(language, { now: parts.clock(), content, newId: parts.newId });
}

/** A card with fewer names is better than a card that comes later. */
async function readable({ content, log }: CourierParts): Promise<Content | undefined> {
  try {
    return await content.current();
  } catch (error) {
    log("warn", "content-unreadable", {}, error);
    return undefined;
  }
}
