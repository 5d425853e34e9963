import type { ServerResponse } from "node:http";
import { z } from "zod";
import { dialogCard, memberCard, questionCard, receiptCard } from "./fake-cards.ts";

interface Stored {
  id: string;
  type: "message";
  timestamp: string;
  from: { id: string; name: string; aadObjectId?: string; role: string };
  [field: string]: unknown;
}

const person = (number: string, name: string, jobTitle: string, language: string) => ({
  id: `00000000-0000-4000-8000-0000000000${number}`,
  name,
  account: `${name.toLowerCase().replaceAll(" ", ".")}@pzvoorbeeld.example`,
  jobTitle,
  department: "Interventie",
  language,
  hasPhoto: false,
});

export const people = [
  person("01", "Lien Peeters", "Inspecteur", "nl-BE"),
  person("02", "Karim Haddad", "Medewerker", "fr-BE"),
  person("04", "Fatima El Amrani", "Netwerklid", "nl-BE"),
];

export const bodySchema = z.looseObject({
  person: z.string(),
  text: z.string().optional(),
  mentionBot: z.boolean().optional(),
  name: z.string().optional(),
  value: z.unknown().optional(),
  request: z.unknown().optional(),
});
export type Body = z.infer<typeof bodySchema>;

const botId = "b0700000-0000-4000-8000-000000000001";
export const bot = { id: `28:${botId}`, name: "Integriteitskompas", role: "bot" };
const adaptive = (content: unknown) => [{ contentType: "application/vnd.microsoft.card.adaptive", content }];

/** Chats are named after the person: `personal-01`; the group and the channel are shared. */
export const chatsOf = (id: string) => [
  { id: `personal-${id.slice(-2)}`, kind: "personal", name: "Integriteitskompas" },
  { id: "group", kind: "groupChat", name: "Ploeg Noord" },
  { id: "channel", kind: "channel", name: "Algemeen" },
];

/** What happens in the fake: chats, events, and a bot that answers by fixed rules. */
export class FakeTeams {
  readonly received: { path: string; body: Body }[] = [];
  readonly #stored = new Map<string, Stored[]>();
  readonly #listeners = new Set<{ person: string; response: ServerResponse }>();
  readonly #tabOrigin: string;
  #count = 0;

  constructor(tabOrigin: string) {
    this.#tabOrigin = tabOrigin;
  }

  settings() {
    return {
      tenantId: "7e57ab1e-0000-4000-8000-000000000001",
      tabUrl: `${this.#tabOrigin}/`,
      botId,
      botName: "Integriteitskompas",
      siteName: "PZ Voorbeeld",
      tabs: [
        { entityId: "kompas", name: "Kompas", path: "/?theme={app.theme}&locale={app.locale}" },
        { entityId: "nota", name: "Visienota", path: "/?theme={app.theme}&locale={app.locale}#/nota" },
      ],
    };
  }

  of(chat: string): Stored[] {
    const known = this.#stored.get(chat) ?? [];
    this.#stored.set(chat, known);
    return known;
  }

  forget(): void {
    this.#stored.clear();
  }

  emit(type: string, chat: string, activity: unknown): void {
    for (const { person: id, response } of this.#listeners) {
      if (chatsOf(id).some((one) => one.id === chat)) {
        response.write(`data: ${JSON.stringify({ type, chat, activity })}\n\n`);
      }
    }
  }

  add(chat: string, from: Stored["from"], fields: Record<string, unknown>): Stored {
    this.#count += 1;
    const activity: Stored = {
      id: `a${this.#count}`,
      type: "message",
      timestamp: new Date().toISOString(),
      from,
      ...fields,
    };
    this.of(chat).push(activity);
    this.emit("created", chat, activity);
    return activity;
  }

  follow(id: string, response: ServerResponse): void {
    const listener = { person: id, response };
    this.#listeners.add(listener);
    response.writeHead(200, { "content-type": "text/event-stream" }).write(": hello\n\n");
    response.on("close", () => this.#listeners.delete(listener));
  }

  message(chat: string, body: Body): void {
    const author = people.find((one) => one.id === body.person);
    const text = body.text ?? "";
    this.add(
      chat,
      { id: `29:${body.person}`, name: author?.name ?? "", aadObjectId: body.person, role: "user" },
      { text: body.mentionBot === true ? `<at>Integriteitskompas</at> ${text}` : text },
    );
    if (chat !== "group" && chat !== "channel") {
      this.emit("typing", chat, { type: "typing", from: bot });
      setTimeout(() => this.reply(chat, text), 150);
    } else if (body.mentionBot === true) {
      setTimeout(() => this.add(chat, bot, { text: "Stel je vraag in de **persoonlijke chat**." }), 100);
    }
  }

  reply(chat: string, text: string): void {
    if (text === "lid") {
      this.add(chat, bot, { attachments: adaptive(memberCard()) });
    } else if (text.endsWith("?")) {
      this.add(chat, bot, { attachments: adaptive(questionCard()) });
    } else {
      const action = (title: string) => ({ type: "imBack", title, value: title });
      this.add(chat, bot, {
        text: `Je schreef *${text}*.\n\n- **netwerk**: bij wie kan ik terecht\n- **mijn vragen**\n\n<img src=x onerror=alert(1)>`,
        suggestedActions: { actions: [action("netwerk"), action("mijn vragen")] },
      });
    }
  }

  invoke(body: Body): unknown {
    const value = z
      .object({
        action: z.object({ verb: z.string(), data: z.looseObject({}) }).optional(),
        data: z.looseObject({}).optional(),
      })
      .parse(body.value);
    if (body.name === "task/fetch") {
      const page = {
        title: "Anonieme vraag",
        width: "medium",
        height: "medium",
        url: `${this.#tabOrigin}/?dialog`,
      };
      return { status: 200, body: { task: { type: "continue", value: page } } };
    }
    if (body.name === "task/submit") {
      const again = value.data?.["again"] === true;
      const card = { title: "Nog een stap", card: { content: dialogCard() } };
      const task = again ? { type: "continue", value: card } : { type: "message", value: "Goed ontvangen." };
      return { status: 200, body: { task } };
    }
    if (value.action?.verb !== "send") {
      return { status: 500, body: undefined };
    }
    const card = receiptCard(String(value.action.data["mode"]));
    const type = "application/vnd.microsoft.card.adaptive";
    return { status: 200, body: { statusCode: 200, type, value: card } };
  }
}
