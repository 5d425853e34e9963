import { type Answer, type Call, param } from "../http/call.ts";
import type { Route } from "../http/router.ts";
import type { Person } from "../site/schemas.ts";
import type { Chats } from "./chats.ts";
import { connectorError } from "./connector-error.ts";
import type { TeamsWorld } from "./incoming.ts";

interface MemberParts {
  readonly world: TeamsWorld;
  readonly chats: Chats;
}

const largestPage = 500;

export function memberRoutes(parts: MemberParts): readonly Route[] {
  const base = "/connector/v3/conversations/:conversation";
  const get = (path: string, handle: (call: Call, people: readonly Person[]) => Answer): Route => ({
    method: "GET",
    path: `${base}/${path}`,
    handle: async (call) => {
      const chat = await parts.chats.byConversation(param(call, "conversation"));
      if (chat === undefined) return connectorError(404, "ConversationNotFound", "Conversation not found.");
      return handle(call, await parts.chats.members(chat));
    },
  });
  const { world } = parts;
  return [
    get("members", (_call, people) => ({
      status: 200,
      body: people.map((person) => memberOf(person, world)),
    })),
    get("pagedmembers", (call, people) => page(call, people, world)),
    get("members/:member", (call, people) => {
      const asked = param(call, "member").toLowerCase();
      const person = people.find((one) =>
        [one.id, one.userPrincipalName, world.ids.user(one.id)].some((id) => id.toLowerCase() === asked),
      );
      if (person !== undefined) return { status: 200, body: memberOf(person, world) };
      return connectorError(404, "MemberNotFoundInConversation", "Member not found in conversation.");
    }),
  ];
}

function page(call: Call, people: readonly Person[], world: TeamsWorld): Answer {
  const asked = Number(call.query.get("pageSize") ?? largestPage);
  const size = Number.isInteger(asked) && asked > 0 ? Math.min(asked, largestPage) : largestPage;
  const start = Number(call.query.get("continuationToken") ?? 0);
  if (!Number.isInteger(start) || start < 0)
    return connectorError(400, "BadArgument", "Invalid continuation token.");
  const members = people.slice(start, start + size).map((person) => memberOf(person, world));
  const next = start + size < people.length ? { continuationToken: String(start + size) } : {};
  return { status: 200, body: { ...next, members } };
}

function memberOf(person: Person, world: TeamsWorld): object {
  return {
    id: world.ids.user(person.id),
    objectId: person.id,
    aadObjectId: person.id,
    name: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    email: person.mail,
    userPrincipalName: person.userPrincipalName,
    tenantId: world.tenantId,
    userRole: "user",
  };
}
