import {
  type Activity,
  type ActivityHandler,
  BotAdapter,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
  TurnContext,
} from "botbuilder";
import type { Card } from "../../bot/cards/card.ts";
import { cardMessage } from "../../bot/chat/card-message.ts";
import { ConnectorFault } from "../../bot/connector-fault.ts";
import type { Place } from "../../bot/courier-address.ts";
import type { Mailbox } from "../../bot/mailbox.ts";
import type { MemberId } from "../../src/base/vocabulary.ts";

export interface Stored {
  readonly id: string;
  readonly conversation: string;
  card: Card;
  readonly summary: string | undefined;
}

/** The chats as Teams would keep them: what was sent, and what each card has become. */
export class FakeTeams extends BotAdapter implements Mailbox {
  readonly stored: Stored[] = [];
  /** Everything that ever went out, as JSON. */
  readonly outgoing: { readonly conversation: string; readonly json: string }[] = [];
  /** Throws instead of sending, when a test wants that. */
  refuse: (what: "send" | "update" | "open", conversation: string) => unknown = () => undefined;
  /** The sign-in name that Teams tells when it is asked for a member of a chat; undefined: it does not answer. */
  account: string | undefined;
  #count = 0;
  #invokeResponse: InvokeResponse | undefined;

  async receive(bot: ActivityHandler, activity: Partial<Activity>): Promise<InvokeResponse | undefined> {
    this.#invokeResponse = undefined;
    const context = new TurnContext(this, activity);
    context.turnState.set(this.ConnectorClientKey, this.#client());
    await this.runMiddleware(context, (turn) => bot.run(turn));
    return this.#invokeResponse;
  }

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return activities.map((activity) => {
      if (`${activity.type}` === "invokeResponse") {
        this.#invokeResponse = activity.value as InvokeResponse;
        return { id: "" };
      }
      return { id: this.#keep(activity.conversation?.id ?? "", activity) };
    });
  }

  override async updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<undefined> {
    this.#replace(activity.conversation?.id ?? "", activity.id ?? "", activity);
  }

  override async deleteActivity(): Promise<void> {
    throw new Error("Nothing here deletes an activity.");
  }

  override async continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    throw new Error("The mailbox stands for this.");
  }

  async send(place: Place, card: Card): Promise<string> {
    this.#mayFail("send", place.conversationId);
    return this.#keep(place.conversationId, cardMessage(card));
  }

  async update(place: Place, activityId: string, card: Card): Promise<void> {
    this.#mayFail("update", place.conversationId);
    this.#replace(place.conversationId, activityId, cardMessage(card));
  }

  async openChat(person: MemberId): Promise<Place> {
    this.#mayFail("open", person);
    return { ...place, conversationId: conversationOf(person) };
  }

  /** The cards in one chat, oldest first, as they look now. */
  chat(person: string): readonly Stored[] {
    return this.stored.filter(({ conversation }) => conversation === conversationOf(person));
  }

  /** What we use of the connector's own client. */
  #client() {
    return {
      conversations: {
        getConversationMember: async (_conversation: string, id: string) => {
          if (this.account === undefined) throw new Error("Teams does not answer.");
          return { id, name: "", userPrincipalName: this.account };
        },
      },
    };
  }

  #mayFail(what: "send" | "update" | "open", conversation: string): void {
    const error = this.refuse(what, conversation);
    if (error !== undefined) throw error;
  }

  #keep(conversation: string, activity: Partial<Activity>): string {
    this.#count += 1;
    const id = `activity-${this.#count}`;
    this.outgoing.push({ conversation, json: JSON.stringify(activity) });
    this.stored.push({ id, conversation, card: cardOf(activity), summary: activity.summary });
    return id;
  }

  #replace(conversation: string, id: string, activity: Partial<Activity>): void {
    this.outgoing.push({ conversation, json: JSON.stringify(activity) });
    const found = this.stored.find((one) => one.id === id);
    if (!found) throw new ConnectorFault("gone", { statusCode: 404 });
    found.card = cardOf(activity);
  }
}

export const place = { serviceUrl: "https://teams.example/", tenantId: "tenant-1", botId: "28:bot" };

export function conversationOf(person: string): string {
  return `chat-of-${person}`;
}

/** What a person's Teams adds to everything it sends. */
export function from(
  person: { readonly id: string; readonly name: string },
  locale: string,
): Partial<Activity> {
  return {
    channelId: "msteams",
    serviceUrl: place.serviceUrl,
    locale,
    from: { id: `29:${person.id}`, name: person.name, aadObjectId: person.id },
    recipient: { id: place.botId, name: "bot" },
    conversation: {
      id: conversationOf(person.id),
      conversationType: "personal",
      isGroup: false,
      name: "",
      tenantId: place.tenantId,
    },
  };
}

function cardOf(activity: Partial<Activity>): Card {
  return activity.attachments?.[0]?.content as Card;
}
