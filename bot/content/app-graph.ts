import {
  Client,
  HTTPMessageHandler,
  ResponseType,
  RetryHandler,
  RetryHandlerOptions,
} from "@microsoft/microsoft-graph-client";
import type { Clock } from "../../src/base/ports.ts";
import { ContentFault, contentReasonOf } from "../../src/content/content-fault.ts";
import type { GraphReader } from "../../src/content/graph-reader.ts";

const patienceMs = 10_000;
/** Somebody may be waiting in a chat: for longer than this the reader fails instead, and asks nothing meanwhile. */
const longestPauseMs = 2_000;
/** Whatever Retry-After says, then we ask again. */
const longestRestMs = 600_000;

/**
 * Microsoft Graph as the server reads it. Retry-After is honoured: a short one
 * by the client's retry handler, a longer one by asking nothing until then. The
 * token is set here, since the client's own handler sends it to https hosts
 * only and the stand-in on one's own machine is none.
 */
export function appGraph(baseUrl: string, token: () => Promise<string>, clock: Clock): GraphReader {
  const retrying = new RetryHandlerOptions(
    1,
    1,
    (_delay, _attempt, _request, _options, response) =>
      (pauseAskedBy(response, clock()) ?? 0) <= longestPauseMs,
  );
  const client = Client.initWithMiddleware({
    baseUrl: `${baseUrl}/`,
    middleware: [new RetryHandler(retrying), new HTTPMessageHandler()],
  });
  let restUntil = 0;

  function faultOf(answer: Response): ContentFault {
    const pauseMs = pauseAskedBy(answer, clock());
    if (pauseMs !== undefined) restUntil = clock() + Math.min(pauseMs, longestRestMs);
    const retryAfterSeconds = pauseMs === undefined ? undefined : pauseMs / 1000;
    const reason = contentReasonOf(answer.status);
    return new ContentFault(reason, `Graph answered ${answer.status}.`, { retryAfterSeconds });
  }

  async function request(path: string): Promise<unknown> {
    const authorization = `Bearer ${await token()}`;
    return client
      .api(path)
      .header("Authorization", authorization)
      .responseType(ResponseType.RAW)
      .option("signal", AbortSignal.timeout(patienceMs))
      .get()
      .catch((cause: unknown) => {
        throw new ContentFault("unreachable", "Graph gave no answer.", { cause });
      });
  }

  return {
    async get(path) {
      // A next link that names another host must not be given our token.
      if (!path.startsWith("/")) throw new ContentFault("unreadable", "A Graph path names a host.");
      if (clock() < restUntil)
        throw new ContentFault("throttled", "Graph asked to wait, and the time is not over.");
      const answer = await request(path);
      if (!(answer instanceof Response)) throw new ContentFault("unreadable", "Graph gave no HTTP answer.");
      if (!answer.ok) throw faultOf(answer);
      try {
        return await answer.json();
      } catch (cause) {
        throw new ContentFault("unreadable", "Graph answered something that is not JSON.", { cause });
      }
    },
  };
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3). */
function pauseAskedBy({ headers }: Response, now: number): number | undefined {
  const asked = headers.get("retry-after");
  if (!asked) return undefined;
  const seconds = Number(asked);
  const pauseMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(asked) - now;
  return Number.isFinite(pauseMs) && pauseMs >= 0 ? pauseMs : undefined;
}
