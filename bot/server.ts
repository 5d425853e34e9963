import { createServer, plugins, type Request, type Response, type Server } from "restify";
import { Fault } from "../src/base/fault.ts";
import type { Log } from "../src/base/ports.ts";
import type { Answer } from "./api/answer.ts";
import { type MessagesParts, receiveActivity } from "./api/messages.ts";
import { openApiDocument } from "./api/openapi.ts";
import type { Route } from "./api/routes.ts";

/** The server cannot listen; the message names the setting. */
export class ServerFault extends Fault<"port-taken" | "cannot-listen"> {}

export interface ServerParts {
  readonly routes: readonly Route[];
  readonly messages: MessagesParts;
  /** The folder of the built tab. */
  readonly tabFolder: string;
  readonly tabHeaders: Readonly<Record<string, string>>;
  readonly version: string;
  readonly log: Log;
}

/** Teams sends at most about 100 KB; a question has at most 6,000 characters. */
const maxBodyBytes = 256 * 1024;

/** What we touch of restify's errors. */
interface RestifyError {
  readonly statusCode?: number;
  toJSON: () => unknown;
  toString: () => string;
}

/** The HTTP server: the bot's endpoint, the tab's API and the tab's files. */
export function createHttpServer(parts: ServerParts): Server {
  const server = createServer({ name: "integriteitskompas", ignoreTrailingSlash: false });
  // restify would log whole requests; what may be logged goes through our own log.
  Object.assign(server.log, { level: "silent" });
  // restify would repeat in its answer what was sent to it.
  server.on(
    "restifyError",
    (_request: Request, _response: Response, error: RestifyError, done: () => void) => {
      const body = {
        error: error.statusCode === 404 ? "There is nothing here." : "This request cannot be read.",
      };
      error.toJSON = () => body;
      error.toString = () => body.error;
      done();
    },
  );
  server.pre((_request, response, next) => {
    response.removeHeader("Server");
    next();
  });
  server.post(
    "/api/messages",
    plugins.bodyParser({ maxBodySize: maxBodyBytes, mapParams: false }),
    answering(parts.log, (request) =>
      receiveActivity(parts.messages, request.header("authorization", ""), request.body),
    ),
  );
  const description = openApiDocument(parts.routes, parts.version);
  server.get(
    "/api/openapi.json",
    answering(parts.log, async () => ({ status: 200, body: description })),
  );
  for (const route of parts.routes) server.get(route.path, answering(parts.log, route.answer));
  serveTab(server, parts);
  return server;
}

/** Listens, or throws `ServerFault` in words that an operator can act on. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new ServerFault("port-taken", `Port ${port} is taken. Stop what listens there, or set PORT.`)
          : new ServerFault("cannot-listen", `The server cannot listen on port ${port} (PORT).`, {
              cause: error,
            }),
      );
    });
    server.listen(port, host, resolve);
  });
}

function answering(log: Log, answer: (request: Request) => Promise<Answer>) {
  return async (request: Request, response: Response): Promise<void> => {
    const { status, body } = await answer(request).catch((error: unknown): Answer => {
      log("error", "route-failed", { route: String(request.getRoute().path) }, error);
      return { status: 500, body: { error: "This did not work. Nothing was changed." } };
    });
    response.header("Cache-Control", "no-store");
    if (body === undefined) response.send(status);
    else response.json(status, body);
  };
}

/** Files whose name bears their hash never change; the page itself is asked for each time. */
function serveTab(server: Server, { tabFolder, tabHeaders }: ServerParts): void {
  const file = plugins.serveStaticFiles(tabFolder);
  server.get("/tab", (_request, response, next) => response.redirect(308, "/tab/", next));
  server.get("/tab/*", (request, response, next) => {
    for (const [name, value] of Object.entries(tabHeaders)) response.header(name, value);
    const path = request.path().slice("/tab/".length) || "index.html";
    const hashed = path.startsWith("assets/");
    response.header("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    file(request, response, next);
  });
}
