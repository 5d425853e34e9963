import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { Fault } from "../../../../src/base/fault.ts";

/** One HTTP request, read whole. */
export interface Call {
  readonly method: string;
  /** Without the query; still percent-encoded, and sure to be decodable. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
  /** The address that the caller used, so that links in answers lead back to it. */
  readonly baseUrl: string;
  /** Filled by the router. */
  readonly params: ReadonlyMap<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes and strings go out as they are, anything else as JSON; absent means no body. */
  readonly body?: unknown;
  /** Takes over the open response after the head is written, for server-sent events. */
  readonly stream?: (response: ServerResponse) => void;
  /** Breaks the connection instead of answering. */
  readonly reset?: true;
}

export type Handle = (call: Call) => Answer | Promise<Answer>;

/** Ends the handling of a call with this answer. */
export class Refusal extends Fault<"refused"> {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super("refused", `refused with ${answer.status}`);
    this.answer = answer;
  }
}

/** A path parameter that the route's own pattern promises. */
export function param(call: Call, name: string): string {
  const value = call.params.get(name);
  if (value === undefined) throw new Error(`The route has no parameter ${name}`);
  return value;
}

/** The body as JSON, or `undefined` when it is no JSON. */
export function jsonBody(call: Call): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(call.body));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
