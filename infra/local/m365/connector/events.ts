import type { ServerResponse } from "node:http";
import type { ChatEvent } from "./chats.ts";

/** The open event streams of the local Teams page, one or more for each person on screen. */
export interface Events {
  subscribe(personId: string, response: ServerResponse): void;
  publish(personIds: readonly string[], event: ChatEvent): void;
  close(): void;
}

const heartbeatMs = 15_000;

export function events(): Events {
  const streams = new Map<ServerResponse, string>();
  const heartbeat = setInterval(() => {
    for (const response of streams.keys()) response.write(": still here\n\n");
  }, heartbeatMs).unref();
  return {
    subscribe: (personId, response) => {
      streams.set(response, personId);
      response.on("close", () => streams.delete(response));
      response.on("error", () => streams.delete(response));
      response.write("retry: 1000\n: hello\n\n");
    },
    publish: (personIds, event) => {
      for (const [response, personId] of streams) {
        if (personIds.includes(personId)) response.write(`data: ${JSON.stringify(event)}\n\n`);
      }
    },
    close: () => {
      clearInterval(heartbeat);
      for (const response of streams.keys()) response.end();
    },
  };
}
