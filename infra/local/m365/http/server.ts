import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Fault } from "../../../../src/base/fault.ts";
import { type Answer, type Call, type Handle, Refusal } from "./call.ts";

const largestBody = 1_048_576;

/** Only loopback names: a page elsewhere that points its own name at 127.0.0.1 gets nothing. */
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** The port cannot be had; the message names the setting. */
export class PortFault extends Fault<"port-taken" | "port-refused"> {}

export async function listen(port: number, setting: string): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portFault(port, setting, error)));
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return { server, port: address.port };
}

function portFault(port: number, setting: string, error: NodeJS.ErrnoException): PortFault {
  const isTaken = error.code === "EADDRINUSE";
  const why = isTaken ? "is in use by another program" : `cannot be used (${error.code ?? error.message})`;
  return new PortFault(
    isTaken ? "port-taken" : "port-refused",
    `Port ${port} ${why}. Set ${setting} to a free port, for example ${setting}=${port + 10}.`,
  );
}

export function attach(server: Server, handle: Handle, onError: (error: unknown) => void): void {
  server.on("request", (request, response) => {
    respond(request, response, handle).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return;
      onError(error);
      if (response.headersSent) response.destroy();
      else write(response, { status: 500, body: { error: "The stand-in failed; its output says why." } });
    });
  });
}

async function respond(request: IncomingMessage, response: ServerResponse, handle: Handle): Promise<void> {
  const host = request.headers.host ?? "";
  if (!loopback.test(host)) {
    write(response, { status: 421, body: { error: "This stand-in answers to localhost only." } });
    return;
  }
  const body = await readBody(request);
  if (body === undefined) {
    write(response, { status: 413, headers: { connection: "close" }, body: { error: "Too large." } });
    return;
  }
  const call = callFrom(request, host, body);
  if (call === undefined) {
    write(response, { status: 400, body: { error: "The address is not well formed." } });
    return;
  }
  write(response, await answered(call, handle));
}

async function answered(call: Call, handle: Handle): Promise<Answer> {
  try {
    return await handle(call);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function callFrom(request: IncomingMessage, host: string, body: Uint8Array): Call | undefined {
  const baseUrl = `http://${host}`;
  const url = URL.parse(request.url ?? "/", baseUrl);
  if (url === null || !isDecodable(url.pathname)) return undefined;
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body,
    baseUrl,
    params: new Map(),
  };
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== "";
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > largestBody) return undefined;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

function write(response: ServerResponse, answer: Answer): void {
  if (answer.reset === true) {
    response.destroy();
    return;
  }
  const { bytes, type } = encoded(answer.body);
  response.writeHead(answer.status, {
    ...(type === undefined ? {} : { "content-type": type }),
    ...answer.headers,
  });
  if (answer.stream !== undefined) {
    response.flushHeaders();
    answer.stream(response);
    return;
  }
  response.end(bytes);
}

function encoded(body: unknown): { bytes?: string | Uint8Array; type?: string } {
  if (body === undefined) return {};
  if (body instanceof Uint8Array) return { bytes: body };
  if (typeof body === "string") return { bytes: body, type: "text/plain; charset=utf-8" };
  return { bytes: JSON.stringify(body), type: "application/json; charset=utf-8" };
}
