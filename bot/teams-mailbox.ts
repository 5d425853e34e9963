import type { CloudAdapter, ConversationParameters, ConversationReference, TurnContext } from "botbuilder";
import type { MemberId } from "../src/base/vocabulary.ts";
import { cardMessage } from "./chat/stored-card.ts";
import type { Place } from "./courier-address.ts";
import type { Mailbox } from "./mailbox.ts";

export interface TeamsMailboxParts {
  readonly adapter: CloudAdapter;
  readonly botId: string;
  readonly tenantId: string;
  /** Where chats are made with people of whom we have none yet; Teams tells the address with every activity. */
  readonly serviceUrl: string;
}

const connectorScope = "https://api.botframework.com";
const channelId = "msteams";

/** Teams' chats through the Bot Connector. */
export function createTeamsMailbox(parts: TeamsMailboxParts): Mailbox {
  return {
    async send(place, card) {
      const sent = await inChat(parts, place, (context) => context.sendActivity(cardMessage(card)));
      return sent?.id ?? "";
    },
    async update(place, activityId, card) {
      const activity = { ...cardMessage(card), id: activityId };
      await inChat(parts, place, (context) => context.updateActivity(activity));
    },
    openChat: (person) => openChat(parts, person),
  };
}

/** Runs work in a chat that was known before, without an activity that began it. */
async function inChat<T>(
  { adapter, botId }: TeamsMailboxParts,
  place: Place,
  work: (context: TurnContext) => Promise<T>,
): Promise<T | undefined> {
  let result: T | undefined;
  await adapter.continueConversationAsync(botId, referenceOf(place), async (context) => {
    result = await work(context);
  });
  return result;
}

function referenceOf({ serviceUrl, conversationId, tenantId, botId }: Place): Partial<ConversationReference> {
  return {
    channelId,
    serviceUrl,
    bot: { id: botId, name: "" },
    conversation: {
      ...{ id: conversationId, isGroup: false, name: "", conversationType: "personal" },
      ...(tenantId === undefined ? {} : { tenantId }),
    },
  };
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages#create-the-conversation */
async function openChat(
  { adapter, botId, tenantId, serviceUrl }: TeamsMailboxParts,
  person: MemberId,
): Promise<Place> {
  const ownId = `28:${botId}`;
  const parameters: ConversationParameters = {
    isGroup: false,
    bot: { id: ownId, name: "" },
    members: [{ id: person, name: "" }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  };
  let conversationId: string | undefined;
  await adapter.createConversationAsync(
    botId,
    channelId,
    serviceUrl,
    connectorScope,
    parameters,
    async (context) => {
      conversationId = context.activity.conversation.id;
    },
  );
  if (conversationId === undefined) throw new TypeError("The connector made a chat without an id.");
  return { serviceUrl, conversationId, tenantId, botId: ownId };
}
