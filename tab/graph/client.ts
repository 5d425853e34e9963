import {
  Client,
  type GraphRequest,
  HTTPMessageHandler,
  ResponseType,
  RetryHandler,
  RetryHandlerOptions,
} from "@microsoft/microsoft-graph-client";
import { ContentFault, contentReasonOf } from "../../src/content/content-fault.ts";
import type { GraphReader } from "../../src/content/graph-reader.ts";
import type { TokenSource } from "./sign-in.ts";

/** Graph as the tab uses it. */
export interface TabGraph extends GraphReader {
  post(path: string, body: unknown): Promise<unknown>;
  /** Undefined when there is none. */
  picture(path: string): Promise<Blob | undefined>;
}

/** The least that reads the lists: one site, granted by name. */
const siteScopes = ["Sites.Selected"];
const colleagueScopes = ["User.ReadBasic.All", "Presence.Read.All"];

/** Longer than this we do not let a person wait; the page says so and offers to try again. */
const longestWaitSeconds = 5;
const patience = 20_000;

function retryAfterOf(response: Response | undefined): number | undefined {
  const header = response?.headers.get("Retry-After");
  if (header === null || header === undefined) return undefined;
  const seconds = Number(header);
  return Number.isNaN(seconds) ? Math.max(0, (Date.parse(header) - Date.now()) / 1000) : seconds;
}

function clientFor(baseUrl: string): Client {
  const retry = new RetryHandlerOptions(1, 2, (_delay, _attempt, _request, _options, response) => {
    return (retryAfterOf(response) ?? 0) <= longestWaitSeconds;
  });
  return Client.initWithMiddleware({
    baseUrl,
    middleware: [new RetryHandler(retry), new HTTPMessageHandler()],
  });
}

/** The client's failures in our own words: no answer, or no token. */
async function answered(request: () => Promise<unknown>): Promise<Response> {
  let response: unknown;
  try {
    response = await request();
  } catch (error) {
    if (error instanceof ContentFault) throw error;
    throw new ContentFault("unreachable", "Graph gave no answer.", { cause: error });
  }
  if (!(response instanceof Response)) throw new ContentFault("unreadable", "Graph gave no HTTP answer.");
  return response;
}

async function jsonOf(response: Response): Promise<unknown> {
  if (!response.ok)
    throw new ContentFault(contentReasonOf(response.status), `Graph answered ${response.status}.`, {
      retryAfterSeconds: retryAfterOf(response),
    });
  try {
    return await response.json();
  } catch (error) {
    throw new ContentFault("unreadable", "Graph answered something that is not JSON.", { cause: error });
  }
}

/**
 * The client's own authentication handler sends tokens to https hosts only, which
 * leaves out the stand-in on one's own machine; so the header is set here, and a
 * path that names another host is refused.
 */
export function tabGraph(baseUrl: string, tokens: TokenSource): TabGraph {
  const client = clientFor(baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`);

  async function prepared(path: string, scopes: readonly string[], mayAsk: boolean): Promise<GraphRequest> {
    if (path.includes("://")) throw new ContentFault("unreadable", "A Graph path names a host.");
    const token = await tokens(scopes, mayAsk);
    return client
      .api(path)
      .header("Authorization", `Bearer ${token}`)
      .responseType(ResponseType.RAW)
      .option("signal", AbortSignal.timeout(patience));
  }

  return {
    get: async (path) => {
      const request = await prepared(path, siteScopes, true);
      return jsonOf(await answered(() => request.get()));
    },
    post: async (path, body) => {
      const request = await prepared(path, colleagueScopes, false);
      return jsonOf(await answered(() => request.post(body)));
    },
    picture: async (path) => {
      const request = await prepared(path, colleagueScopes, false);
      const response = await answered(() => request.get());
      return response.ok ? await response.blob() : undefined;
    },
  };
}
