import type { Presence, User } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import { type Answer, type Call, jsonBody, param } from "../http/call.ts";
import type { Route } from "../http/router.ts";
import type { Caller } from "../login/issuer.ts";
import type { Person } from "../site/schemas.ts";
import { photoType, type SiteFolder } from "../site/site-folder.ts";
import { found, graphError, pick, refuse, selected } from "./answers.ts";
import type { Guard } from "./guard.ts";

const readMe = ["User.Read", "User.ReadBasic.All", "User.Read.All"];
const readUsers = ["User.ReadBasic.All", "User.Read.All"];
const readPresence = ["Presence.Read.All"];

/** Graph gives these without `$select`; the others only when asked for. */
const defaultProperties = [
  "businessPhones",
  "displayName",
  "givenName",
  "jobTitle",
  "mail",
  "mobilePhone",
  "officeLocation",
  "preferredLanguage",
  "surname",
  "userPrincipalName",
  "id",
];

export function userRoutes(folder: SiteFolder, guard: Guard): readonly Route[] {
  const photo = async (call: Call, person: Person): Promise<Answer> => {
    const bytes = await folder.photo(person);
    if (bytes === undefined) return graphError(call, 404, "ImageNotFound", "The photo wasn't found.");
    return { status: 200, headers: { "content-type": photoType(person.photo ?? "") }, body: bytes };
  };
  const me = (handle: (call: Call, person: Person) => Answer | Promise<Answer>) =>
    guard(readMe, async (call, caller) => handle(call, await signedIn(call, caller, folder)));
  const user = (
    permissions: readonly string[],
    handle: (call: Call, person: Person) => Answer | Promise<Answer>,
  ) => guard(permissions, async (call) => handle(call, await personOf(call, folder)));
  const get = (path: string, handle: Route["handle"]): Route => ({
    method: "GET",
    path: `/v1.0${path}`,
    handle,
  });
  return [
    get("/me", me(userAnswer)),
    get("/me/photo/$value", me(photo)),
    get("/me/photos/:size/$value", me(photo)),
    get("/me/presence", me(presenceAnswer)),
    get("/users/:user", user(readUsers, userAnswer)),
    get("/users/:user/photo/$value", user(readUsers, photo)),
    get("/users/:user/photos/:size/$value", user(readUsers, photo)),
    get("/users/:user/presence", user(readPresence, presenceAnswer)),
    {
      method: "POST",
      path: "/v1.0/communications/getPresencesByUserId",
      handle: guard(readPresence, (call) => presences(call, folder)),
    },
  ];
}

function userAnswer(call: Call, person: Person): Answer {
  return found(call, "users/$entity", pick(userResource(person), selected(call.query) ?? defaultProperties));
}

function userResource(person: Person): User {
  return {
    id: person.id,
    accountEnabled: true,
    businessPhones: [],
    displayName: person.displayName,
    givenName: person.givenName ?? null,
    surname: person.surname ?? null,
    jobTitle: person.jobTitle ?? null,
    department: person.department ?? null,
    mail: person.mail ?? null,
    mobilePhone: person.mobilePhone ?? null,
    officeLocation: person.officeLocation ?? null,
    preferredLanguage: person.preferredLanguage ?? null,
    userPrincipalName: person.userPrincipalName,
    userType: "Member",
  };
}

function presenceAnswer(call: Call, person: Person): Answer {
  return found(call, "users/presence/$entity", presenceResource(person));
}

function presenceResource(person: Person): Presence {
  const { availability, activity } = person.presence ?? {
    availability: "PresenceUnknown",
    activity: "PresenceUnknown",
  };
  return { id: person.id, availability, activity, statusMessage: null };
}

const presencesSchema = z.object({ ids: z.array(z.string()).min(1).max(650) });

async function presences(call: Call, folder: SiteFolder): Promise<Answer> {
  const read = presencesSchema.safeParse(jsonBody(call));
  if (!read.success) return graphError(call, 400, "BadRequest", "ids must hold 1 to 650 user ids");
  const people = await Promise.all(read.data.ids.map((id) => folder.person(id)));
  const value = people.filter((person) => person !== undefined).map(presenceResource);
  return found(call, "Collection(presence)", { value });
}

async function signedIn(call: Call, caller: Caller, folder: SiteFolder): Promise<Person> {
  const person = caller.personId === undefined ? undefined : await folder.person(caller.personId);
  const message = "/me request is only valid with delegated authentication flow.";
  return person ?? refuse(call, 400, "BadRequest", message);
}

async function personOf(call: Call, folder: SiteFolder): Promise<Person> {
  const asked = param(call, "user");
  const message = `Resource '${asked}' does not exist or one of its queried reference-property objects are not present.`;
  return (await folder.person(asked)) ?? refuse(call, 404, "Request_ResourceNotFound", message);
}
