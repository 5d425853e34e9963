import { Client, HTTPMessageHandler, ResponseType, RetryHandler } from "@microsoft/microsoft-graph-client";
import { ContentFault, contentReasonOf } from "../../src/content/content-fault.ts";
import type { GraphReader } from "../../src/content/graph-reader.ts";

const patienceMs = 10_000;

/**
 * Microsoft Graph as the server reads it. The client's retry handler waits as
 * Retry-After asks; the token is set here, since the client's own handler sends
 * it to https hosts only and the stand-in on one's own machine is none.
 */
export function appGraph(baseUrl: string, token: () => Promise<string>): GraphReader {
  const client = Client.initWithMiddleware({
    baseUrl: `${baseUrl}/`,
    middleware: [new RetryHandler(), new HTTPMessageHandler()],
  });

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
      const answer = await request(path);
      if (!(answer instanceof Response)) throw new ContentFault("unreadable", "Graph gave no HTTP answer.");
      if (!answer.ok)
        throw new ContentFault(contentReasonOf(answer.status), `Graph answered ${answer.status}.`);
      try {
        return await answer.json();
      } catch (cause) {
        throw new ContentFault("unreadable", "Graph answered something that is not JSON.", { cause });
      }
    },
  };
}
