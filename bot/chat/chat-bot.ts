import { ActivityHandler, type InvokeResponse, type TurnContext } from "botbuilder";
import { z } from "zod";
import { languageOf } from "../../src/base/language.ts";
import { botWords } from "../../src/i18n/bot-words.ts";
import type { Card } from "../cards/card.ts";
import { elsewhereCard, sentenceCard } from "../cards/plain-cards.ts";
import { pressed } from "./actions.ts";
import { cardMessage } from "./card-message.ts";
import type { ChatParts } from "./chat-parts.ts";
import { createMemberPlaces } from "./member-places.ts";
import { replyTo, welcome } from "./messages.ts";
import { createOnce } from "./once.ts";
import { type Pressed, passing } from "./pressed.ts";
import { readTurn, type Turn } from "./turn.ts";

const invokeSchema = z.object({
  action: z.object({ verb: z.unknown().optional(), data: z.unknown().optional() }),
});
/** What Action.Submit sends, for clients that do not know Action.Execute: the data alone, without text. */
const submitSchema = z.looseObject({ verb: z.unknown().optional() });

export function createChatBot(parts: ChatParts): ActivityHandler {
  return new ChatBot(parts);
}

/** From Teams' activities to the desk and back; everything that people see is made elsewhere. */
class ChatBot extends ActivityHandler {
  readonly #parts: ChatParts;
  readonly #once;
  readonly #keepPlace;

  constructor(parts: ChatParts) {
    super();
    this.#parts = parts;
    this.#once = createOnce(parts);
    this.#keepPlace = createMemberPlaces(parts);
  }

  protected override async onMessageActivity(context: TurnContext): Promise<void> {
    const turn = await readTurn(this.#parts, context);
    if (!turn) return;
    // Of groups and channels nothing is kept, not even that something was said.
    if (!turn.personal || turn.activityId === undefined) return this.#reply(turn);
    const key = `${turn.place.conversationId}/${turn.activityId}`;
    await this.#once(this.#parts.vault.pseudonym("activity", key), async () => {
      await this.#keepPlace(turn);
      await this.#reply(turn);
    });
  }

  async #reply(turn: Turn): Promise<void> {
    const { context } = turn;
    const { text, value } = context.activity;
    const submitted = turn.personal && !text ? submitSchema.safeParse(value).data : undefined;
    if (!submitted) {
      await context.sendActivity(cardMessage(await replyTo(this.#parts, turn)));
      return;
    }
    const { card, lasting } = await pressed(this.#parts, turn, submitted.verb, submitted);
    const replaced = lasting ? turn.replyToId : undefined;
    if (replaced === undefined) await context.sendActivity(cardMessage(card));
    else await context.updateActivity({ ...cardMessage(card), id: replaced });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value, locale } = context.activity;
    if (name !== "adaptiveCard/action")
      return unknownInvoke(name, botWords(languageOf(locale)).fault.unknownAction);
    try {
      const turn = await readTurn(this.#parts, context);
      if (!turn) return messageResponse(botWords(languageOf(locale)).fault.tryAgain);
      await this.#keepPlace(turn);
      const { card, lasting } = await this.#press(turn, value);
      if (lasting && turn.replyToId !== undefined) this.#updateLater(turn, turn.replyToId, card);
      return cardResponse(card);
    } catch (error) {
      this.#parts.log("error", "invoke-failed", {}, error);
      return messageResponse(botWords(languageOf(locale)).fault.tryAgain);
    }
  }

  /**
   * Puts a card in the place of the one that was pressed, for whoever opens the
   * chat later. Not awaited by the turn: the person has the card already, and a
   * later press shows the state of that moment anyway.
   */
  #updateLater({ place }: Turn, activityId: string, card: Card): void {
    this.#parts.mailbox.update(place, activityId, card).catch((error: unknown) => {
      this.#parts.log("warn", "card-not-updated", {}, error);
    });
  }

  async #press(turn: Turn, value: unknown): Promise<Pressed> {
    // No card of ours stands in a group: whatever comes from there is told where it belongs.
    if (!turn.personal) return passing(elsewhereCard(turn.scene, this.#parts.tab.botId));
    const invoke = invokeSchema.safeParse(value);
    if (invoke.success) {
      const { verb, data } = invoke.data.action;
      return pressed(this.#parts, turn, verb, data ?? {});
    }
    return passing(sentenceCard(turn.scene, turn.scene.words.fault.unreadableAction));
  }

  protected override async onInstallationUpdateAddActivity(context: TurnContext): Promise<void> {
    await this.#welcome(context);
  }

  /** Teams tells of one installation in two activities, and repeats both. */
  protected override async onConversationUpdateActivity(context: TurnContext): Promise<void> {
    const { membersAdded, recipient } = context.activity;
    if (membersAdded?.some(({ id }) => id === recipient.id)) await this.#welcome(context);
  }

  async #welcome(context: TurnContext): Promise<void> {
    const turn = await readTurn(this.#parts, context);
    if (!turn?.personal) return;
    await this.#keepPlace(turn);
    const key = this.#parts.vault.pseudonym("welcome", turn.place.conversationId);
    await this.#once(key, async () => {
      await context.sendActivity(cardMessage(welcome(turn)));
    });
  }
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
function cardResponse(card: Card): InvokeResponse {
  return {
    status: 200,
    body: { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card },
  };
}

function messageResponse(sentence: string): InvokeResponse {
  return {
    status: 200,
    body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: sentence },
  };
}

/** A dialog wants its own shape of message; everything else shows the plain one. */
function unknownInvoke(name: string | undefined, sentence: string): InvokeResponse {
  if (name?.startsWith("task/")) return { status: 200, body: { task: { type: "message", value: sentence } } };
  return messageResponse(sentence);
}
