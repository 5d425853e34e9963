import { z } from "zod";
import type { Chat, Chats } from "../connector/chats.ts";
import { type Answer, type Call, jsonBody, param, Refusal } from "../http/call.ts";
import type { Person } from "../site/schemas.ts";
import type { SiteFolder } from "../site/site-folder.ts";

export async function personOf(folder: SiteFolder, id: string | null): Promise<Person> {
  const person = id === null ? undefined : await folder.person(id);
  if (person !== undefined) return person;
  throw new Refusal(wrong(404, "There is no such person in the sample tenant."));
}

export function chatOf(call: Call, chats: Chats, person: Person): Chat {
  const chat = chats.byId(param(call, "chat"), person);
  if (chat !== undefined) return chat;
  throw new Refusal(wrong(404, "This person has no such chat."));
}

export function bodyOf<Schema extends z.ZodType>(call: Call, schema: Schema): z.output<Schema> {
  const read = schema.safeParse(jsonBody(call));
  if (read.success) return read.data;
  throw new Refusal(wrong(400, z.prettifyError(read.error)));
}

export function wrong(status: number, message: string): Answer {
  return { status, body: { error: message } };
}
