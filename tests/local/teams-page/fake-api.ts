import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { nestedAppAuth } from "./fake-sign-in.ts";
import { type Body, bodySchema, bot, chatsOf, FakeTeams, people } from "./fake-teams.ts";

const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** The stand-in's /local/ API in a few lines, so that the page is tested alone. */
export interface FakeApi {
  readonly origin: string;
  /** Bodies that the page sent, in order. */
  readonly received: { path: string; body: Body }[];
  /** Sends an event about a stored activity again, as when the bot updates it. */
  update: (chat: string, activity: string, attachments?: unknown) => void;
  say: (chat: string, text: string) => void;
  /** Empties every chat. */
  forget: () => void;
  stop: () => Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const parts: string[] = [];
  for await (const part of request.setEncoding("utf8")) {
    parts.push(String(part));
  }
  return bodySchema.parse(JSON.parse(parts.join("")));
}

const json = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

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
