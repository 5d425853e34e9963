import { type Call, param } from "../http/call.ts";
import type { Route } from "../http/router.ts";
import type { Person } from "../site/schemas.ts";
import { photoType } from "../site/site-folder.ts";
import { chatOf, personOf, wrong } from "./asked.ts";
import type { PageParts } from "./parts.ts";

/** What the page shows. */
export function lookRoutes({ folder, chats, events, messenger, settings }: PageParts): readonly Route[] {
  const asking = (call: Call) => personOf(folder, call.query.get("person"));
  return [
    {
      method: "GET",
      path: "/local/people",
      handle: async () => ({ status: 200, body: (await folder.people()).map(personView) }),
    },
    {
      method: "GET",
      path: "/local/people/:person/photo",
      handle: async (call) => {
        const person = await personOf(folder, param(call, "person"));
        const body = await folder.photo(person);
        if (body === undefined) return wrong(404, "This person has no photo.");
        return { status: 200, headers: { "content-type": photoType(person.photo ?? "") }, body };
      },
    },
    { method: "GET", path: "/local/settings", handle: async () => ({ status: 200, body: await settings() }) },
    {
      method: "GET",
      path: "/local/chats",
      handle: async (call) => {
        const person = await asking(call);
        messenger.welcome(person);
        return { status: 200, body: chats.of(person).map(({ id, kind, name }) => ({ id, kind, name })) };
      },
    },
    {
      method: "GET",
      path: "/local/chats/:chat/activities",
      handle: async (call) => {
        const activities = chats.history(chatOf(call, chats, await asking(call)));
        return { status: 200, headers: { "cache-control": "no-store" }, body: { activities } };
      },
    },
    {
      method: "GET",
      path: "/local/events",
      handle: async (call) => {
        const person = await asking(call);
        return {
          status: 200,
          headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
          stream: (response) => events.subscribe(person.id, response),
        };
      },
    },
  ];
}

function personView(person: Person): object {
  return {
    id: person.id,
    name: person.displayName,
    account: person.userPrincipalName,
    jobTitle: person.jobTitle ?? "",
    department: person.department ?? "",
    language: person.preferredLanguage ?? "nl-BE",
    hasPhoto: person.photo !== undefined,
  };
}
