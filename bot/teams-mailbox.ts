import { z } from "zod";
import { cardMessage } from "./chat/card-message.ts";
import { ConnectorFault, faultOf } from "./connector-fault.ts";
import type { Place } from "./courier-address.ts";
import { sendJson } from "./http-call.ts";
import type { Mailbox } from "./mailbox.ts";

export interface TeamsMailboxParts {
  readonly botId: string;
  readonly tenantId: string;
  /** Where chats are made with people of whom we have none yet; Teams tells the address with every activity. */
  readonly serviceUrl: string;
  /** A token for the Bot Connector. */
  readonly token: () => Promise<string>;
}

/** Well below the lease of a delivery: whoever waits longer could be waited for twice. */
const patienceMs = 15_000;

const resourceSchema = z.object({ id: z.string() });

/**
 * Teams' chats through the Bot Connector's REST interface. Not through
 * botbuilder's client: that one tries again by itself, for longer than a
 * delivery is ours, and costs a new client and a new turn for every send.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function createTeamsMailbox(parts: TeamsMailboxParts): Mailbox {
  const { botId, tenantId, serviceUrl, token } = parts;
  const ownId = `28:${botId}`;
  return {
    async send(place, card) {
      const message = {
        ...cardMessage(card),
        from: { id: place.botId },
        conversation: { id: place.conversationId },
      };
      return (await call(token, "POST", activitiesOf(place), message)).id;
    },
    async update(place, activityId, card) {
      const address = `${activitiesOf(place)}/${encodeURIComponent(activityId)}`;
      await call(token, "PUT", address, { ...cardMessage(card), id: activityId });
    },
    /** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages#create-the-conversation */
    async openChat(person) {
      const { id } = await call(token, "POST", `${withSlash(serviceUrl)}v3/conversations`, {
        ...{ isGroup: false, bot: { id: ownId }, members: [{ id: person }] },
        ...{ tenantId, channelData: { tenant: { id: tenantId } } },
      });
      return { serviceUrl, conversationId: id, tenantId, botId: ownId };
    },
  };
}

function activitiesOf({ serviceUrl, conversationId }: Place): string {
  return `${withSlash(serviceUrl)}v3/conversations/${encodeURIComponent(conversationId)}/activities`;
}

function withSlash(address: string): string {
  return address.endsWith("/") ? address : `${address}/`;
}

/** Throws `ConnectorFault`. An update answers without a body in some clients: then the id is empty. */
async function call(
  token: () => Promise<string>,
  method: "POST" | "PUT",
  address: string,
  body: object,
): Promise<z.infer<typeof resourceSchema>> {
  const answer = await sendJson(method, address, { body, token: await token(), patienceMs }).catch(
    (cause: unknown) => {
      throw new ConnectorFault("failed", { cause });
    },
  );
  if (answer.status < 200 || answer.status > 299) throw faultOf(answer);
  return resourceSchema.safeParse(jsonOf(answer.text)).data ?? { id: "" };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What was asked was done; that the answer says nothing readable changes nothing.
    return undefined;
  }
}
