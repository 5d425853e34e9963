import { randomUUID } from "node:crypto";
import type { PublicError } from "@microsoft/microsoft-graph-types";
import { type Answer, type Call, Refusal } from "../http/call.ts";

/** https://learn.microsoft.com/graph/errors */
export function graphError(
  call: Pick<Call, "headers">,
  status: number,
  code: string,
  message: string,
  headers: Answer["headers"] = {},
): Answer {
  const requestId = randomUUID();
  const error: Pick<PublicError, "code" | "message"> & { innerError: object } = {
    code,
    message,
    innerError: {
      date: new Date().toISOString().slice(0, 19),
      "request-id": requestId,
      "client-request-id": String(call.headers["client-request-id"] ?? requestId),
    },
  };
  return { status, headers: { "request-id": requestId, ...headers }, body: { error } };
}

export function itemNotFound(call: Call, message = "The specified item was not found"): Answer {
  return graphError(call, 404, "itemNotFound", message);
}

export function refuse(call: Call, status: number, code: string, message: string): never {
  throw new Refusal(graphError(call, status, code, message));
}

export function found(call: Call, context: string, body: object): Answer {
  return { status: 200, body: { "@odata.context": `${call.baseUrl}/v1.0/$metadata#${context}`, ...body } };
}

/** `$select` as a list of names; `undefined` when all are wanted. */
export function selected(query: URLSearchParams): readonly string[] | undefined {
  const names = query
    .get("$select")
    ?.split(",")
    .map((name) => name.trim());
  return names?.filter((name) => name !== "");
}

/** The named properties of an object, in Graph's case-insensitive way. */
export function pick(whole: object, names: readonly string[]): object {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(whole).filter(([name]) => wanted.has(name.toLowerCase())));
}
