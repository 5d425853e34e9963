import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

const keepAlive = { keepAlive: true, maxSockets: 50 };
const clients = {
  "http:": { request: httpRequest, agent: new HttpAgent(keepAlive) },
  "https:": { request: httpsRequest, agent: new HttpsAgent(keepAlive) },
} as const;

export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly text: string;
}

/**
 * Sends JSON and reads the whole answer; rejects when there is none within
 * `patienceMs`. On Node's own client: for small bodies, `fetch` costs about
 * three times the CPU, and the bot does this twice for every question.
 */
export async function sendJson(
  method: "POST" | "PUT",
  address: string,
  details: { readonly body: object; readonly token: string; readonly patienceMs: number },
): Promise<HttpAnswer> {
  const json = Buffer.from(JSON.stringify(details.body), "utf8");
  const signal = AbortSignal.timeout(details.patienceMs);
  const options = {
    ...{ method, signal },
    headers: {
      "Content-Type": "application/json",
      "Content-Length": json.length,
      Authorization: `Bearer ${details.token}`,
    },
  };
  try {
    return await send(new URL(address), options, json);
  } catch (error) {
    // The other side may close a kept connection just as we use it again: that says nothing of the call. Others may be as stale, so a new one is made.
    if (error instanceof StaleConnection)
      return await send(new URL(address), { ...options, agent: false }, json);
    throw error;
  }
}

class StaleConnection extends Error {}

function send(url: URL, options: RequestOptions, json: Buffer): Promise<HttpAnswer> {
  const { request, agent } = clients[url.protocol === "https:" ? "https:" : "http:"];
  return new Promise((resolve, reject) => {
    const sending = request(url, { agent, ...options });
    sending.on("error", (error: NodeJS.ErrnoException) => {
      const stale = sending.reusedSocket && error.code === "ECONNRESET";
      reject(stale ? new StaleConnection("A kept connection was closed.", { cause: error }) : error);
    });
    sending.on("response", (response) => {
      const { statusCode: status = 0, headers } = response;
      readText(response).then(
        (text) => resolve({ status, retryAfter: headers["retry-after"], text }),
        reject,
      );
    });
    sending.end(json);
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
