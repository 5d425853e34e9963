import { z } from "zod";
import { type Answer, type Call, jsonBody } from "../http/call.ts";
import { graphError } from "./answers.ts";

const largestBatch = 20;

const batchSchema = z.object({
  requests: z
    .array(
      z.object({
        id: z.string(),
        method: z.enum(["GET", "POST", "PATCH", "PUT", "DELETE"]),
        url: z.string(),
        headers: z.record(z.string(), z.string()).optional(),
        body: z.unknown().optional(),
      }),
    )
    .min(1)
    .max(largestBatch),
});
type BatchRequest = z.infer<typeof batchSchema>["requests"][number];

/** https://learn.microsoft.com/graph/json-batching: each request is answered on its own, throttling included. */
export async function batchAnswer(call: Call, handle: (call: Call) => Promise<Answer>): Promise<Answer> {
  const read = batchSchema.safeParse(jsonBody(call));
  if (!read.success) {
    return graphError(call, 400, "BadRequest", `Invalid batch payload: 1 to ${largestBatch} requests.`);
  }
  const responses = await Promise.all(
    read.data.requests.map(async (request) => batchItem(request.id, await handle(innerCall(call, request)))),
  );
  return { status: 200, body: { responses } };
}

function innerCall(call: Call, request: BatchRequest): Call {
  const url = new URL(`/v1.0/${request.url.replace(/^\/+/, "")}`, call.baseUrl);
  const headers = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: { authorization: call.headers.authorization, ...Object.fromEntries(headers) },
    body: request.body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(request.body)),
    baseUrl: call.baseUrl,
    params: new Map(),
  };
}

function batchItem(id: string, answer: Answer): object {
  const type = answer.body instanceof Uint8Array ? {} : { "content-type": "application/json" };
  const body = answer.body instanceof Uint8Array ? Buffer.from(answer.body).toString("base64") : answer.body;
  return {
    id,
    status: answer.status,
    headers: { ...type, ...answer.headers },
    ...(body === undefined ? {} : { body }),
  };
}
