import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { z } from "zod";
import { dialogCard, memberCard, questionCard, receiptCard } from "./fake-cards.ts";

/** A few lines of the stand-in's /local/ API, with a bot that answers by fixed rules. */
export interface FakeApi {
  readonly origin: string;
  /** Bodies that the page sent, in order. */
  readonly received: { path: string; body: Record<string, unknown> }[];
  /** Sends an event about a stored activity again, as when the bot updates it. */
  update: (chat: string, activity: string, attachments?: unknown) => void;
  say: (chat: string, text: string) => void;
  /** Empties every chat. */
  forget: () => void;
  stop: () => Promise<void>;
}

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

const people = [
  person("01", "Lien Peeters", "Inspecteur", "nl-BE"),
  person("02", "Karim Haddad", "Medewerker", "fr-BE"),
  person("04", "Fatima El Amrani", "Netwerklid", "nl-BE"),
];

const bodySchema = z.looseObject({
  person: z.string(),
  text: z.string().optional(),
  mentionBot: z.boolean().optional(),
  name: z.string().optional(),
  value: z.unknown().optional(),
  request: z.unknown().optional(),
});
type Body = z.infer<typeof bodySchema>;

const botId = "b0700000-0000-4000-8000-000000000001";
const bot = { id: `28:${botId}`, name: "Integriteitskompas", role: "bot" };
const adaptive = (content: unknown) => [{ contentType: "application/vnd.microsoft.card.adaptive", content }];
const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

async function readBody(request: IncomingMessage): Promise<Body> {
  const parts: string[] = [];
  for await (const part of request.setEncoding("utf8")) {
    parts.push(String(part));
  }
  return bodySchema.parse(JSON.parse(parts.join("")));
}

const json = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

/** Chats are named after the person: `personal-01`; the group and the channel are shared. */
const chatsOf = (id: string) => [
  { id: `personal-${id.slice(-2)}`, kind: "personal", name: "Integriteitskompas" },
  { id: "group", kind: "groupChat", name: "Ploeg Noord" },
  { id: "channel", kind: "channel", name: "Algemeen" },
];

export async function serveFolder(folder: string, request: IncomingMessage, response: ServerResponse) {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const name = normalize(path.endsWith("/") ? `${path}index.html` : path);
  try {
    const body = await readFile(join(folder, name));
    response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** The answers of a token broker that MSAL accepts; what it takes is in the nested-app-auth emulation notes. */
function nestedAppAuth(id: string, request: unknown): unknown {
  const asked = z.looseObject({ method: z.string(), requestId: z.string() }).parse(request);
  const one = people.find((candidate) => candidate.id === id) ?? people[0];
  const account = {
    homeAccountId: `${id}.7e57ab1e-0000-4000-8000-000000000001`,
    environment: "login.microsoftonline.com",
    tenantId: "7e57ab1e-0000-4000-8000-000000000001",
  };
  const answer = { messageType: "NestedAppAuthResponse", requestId: asked.requestId, success: true };
  if (asked.method === "GetInitContext") {
    const initContext = { sdkName: "fake", sdkVersion: "1", capabilities: {}, accountContext: account };
    return { ...answer, initContext };
  }
  const now = Math.floor(Date.now() / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    oid: id,
    tid: account.tenantId,
    name: one?.name,
    preferred_username: one?.account,
    sub: id,
  };
  const token = `${part({ alg: "none" })}.${part({ ...claims, iat: now, exp: now + 3600 })}.x`;
  return {
    ...answer,
    token: { access_token: token, id_token: token, expires_in: 3600, scope: "User.Read", properties: null },
    account: { ...account, username: one?.account, localAccountId: id, name: one?.name },
  };
}

class FakeTeams {
  readonly received: FakeApi["received"] = [];
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

function routeGet(teams: FakeTeams, path: string, id: string, response: ServerResponse): boolean {
  const chat = /^\/local\/chats\/([^/]+)\/activities$/.exec(path)?.[1];
  if (path === "/local/people") {
    json(response, 200, people);
  } else if (path === "/local/settings") {
    json(response, 200, teams.settings());
  } else if (path === "/local/chats") {
    json(response, 200, chatsOf(id));
  } else if (path === "/local/events") {
    teams.follow(id, response);
  } else if (chat !== undefined) {
    json(response, 200, { activities: teams.of(chat) });
  } else {
    return false;
  }
  return true;
}

async function routePost(teams: FakeTeams, path: string, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request);
  teams.received.push({ path, body });
  const [, chat = "", what] = /^\/local\/chats\/([^/]+)\/(\w+)$/.exec(path) ?? [];
  if (path === "/local/nested-app-auth") {
    json(response, 200, nestedAppAuth(body.person, body.request));
  } else if (what === "invoke") {
    setTimeout(() => json(response, 200, teams.invoke(body)), 250);
  } else {
    if (what === "messages") {
      teams.message(chat, body);
    }
    json(response, 202, {});
  }
}

export async function startFakeApi(pageFolder: string, tabFolder: string): Promise<FakeApi> {
  const tab = createServer((request, response) => void serveFolder(tabFolder, request, response));
  const tabOrigin = await listen(tab);
  const teams = new FakeTeams(tabOrigin);
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (request.method === "POST") {
      void routePost(teams, url.pathname, request, response);
    } else if (!routeGet(teams, url.pathname, url.searchParams.get("person") ?? "", response)) {
      void serveFolder(pageFolder, request, response);
    }
  });
  const origin = await listen(server);
  return {
    origin,
    received: teams.received,
    forget: () => teams.forget(),
    say: (chat, text) => void teams.add(chat, bot, { text }),
    update: (chat, id, attachments) => {
      const activity = teams.of(chat).find((one) => one.id === id);
      teams.emit("updated", chat, { ...activity, ...(attachments === undefined ? {} : { attachments }) });
    },
    stop: async () => {
      await Promise.all([server, tab].map((one) => close(one)));
    },
  };
}

type Server = ReturnType<typeof createServer>;

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      resolve(`http://localhost:${port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
