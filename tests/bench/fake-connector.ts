import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const sentSchema = z.looseObject({
  attachments: z.array(z.looseObject({ content: z.unknown() })).optional(),
});
export type Sent = z.infer<typeof sentSchema>;

/** A Bot Connector that takes everything at once, and tells what came to whom. */
export async function startFakeConnector() {
  let ids = 0;
  const sends = { total: 0, byConversation: new Map<string, Sent[]>() };
  const server = createServer(async (request, response) => {
    const body: unknown = JSON.parse((await textOf(request)) || "{}");
    ids += 1;
    const conversation = /conversations\/([^/]+)\/activities/.exec(request.url ?? "")?.[1];
    if (conversation) {
      sends.total += 1;
      const list = sends.byConversation.get(decodeURIComponent(conversation)) ?? [];
      list.push(sentSchema.parse(body));
      sends.byConversation.set(decodeURIComponent(conversation), list);
    }
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ id: String(ids), activityId: String(ids) }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    sends,
    reset() {
      sends.total = 0;
      sends.byConversation.clear();
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
