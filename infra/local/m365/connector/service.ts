import { type Answer, type Call, jsonBody, Refusal } from "../http/call.ts";
import { router } from "../http/router.ts";
import { activityRoutes } from "./activity-routes.ts";
import { connectorError } from "./connector-error.ts";
import { createConversation } from "./create-conversation.ts";
import { memberRoutes } from "./members.ts";
import { type ConnectorParts, connectorPath } from "./parts.ts";

/** The Bot Connector's REST API v3, as Teams offers it to a bot. */
export function connectorService(parts: ConnectorParts): (call: Call) => Promise<Answer> {
  const route = router([
    {
      method: "POST",
      path: `${connectorPath}v3/conversations`,
      handle: (call) => createConversation(call, parts),
    },
    ...activityRoutes(parts),
    ...memberRoutes(parts),
  ]);
  const answer = async (call: Call): Promise<Answer> => {
    const disturbed = await parts.faults.disturb("connector", call);
    if (disturbed !== undefined) return disturbed;
    try {
      return (await route(call)) ?? connectorError(404, "ServiceError", "Unknown address.");
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  };
  return async (call) => {
    const given = await answer(call);
    parts.log.add({
      direction: "from-bot",
      method: call.method,
      path: decodeURI(call.path),
      body: jsonBody(call),
      status: given.status,
    });
    return given;
  };
}
