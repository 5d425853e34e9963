import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { card, heading } from "../../bot/cards/card.ts";
import { createTeamsMailbox } from "../../bot/teams-mailbox.ts";
import type { MemberId } from "../../src/base/vocabulary.ts";

const hello = card("nl", "Dag", [heading("Dag")]);
const person = "00000000-0000-4000-8000-000000000004" as MemberId;

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A connector on loopback. */
async function withConnector(
  answer: (asked: Asked) => { status: number; body: unknown; headers?: object },
  token = "",
) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    read(request)
      .then((text) => {
        const { method, url, headers } = request;
        const one = { method, url, authorization: headers.authorization, body: JSON.parse(text) };
        asked.push(one);
        const { status, body, headers: more } = answer(one);
        response.writeHead(status, { "content-type": "application/json", ...more });
        response.end(JSON.stringify(body));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const mailbox = createTeamsMailbox({
    ...{ botId: "bot-1", tenantId: "tenant-1", serviceUrl },
    token: async () => token,
  });
  return { asked, mailbox, place: { serviceUrl, conversationId: "a:1", botId: "28:bot-1" } };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

it("sends a card to a chat and knows its id", async () => {
  const { asked, mailbox, place } = await withConnector(() => ({ status: 201, body: { id: "1:new" } }));
  expect(await mailbox.send(place, hello)).toBe("1:new");
  expect(asked[0]).toMatchObject({
    ...{ method: "POST", url: "/v3/conversations/a%3A1/activities" },
    body: { type: "message", attachments: [{ content: { fallbackText: "Dag" } }] },
  });
});

it("changes a card in place", async () => {
  const { asked, mailbox, place } = await withConnector(() => ({ status: 200, body: { id: "1:old" } }));
  await mailbox.update(place, "1:old", hello);
  expect(asked[0]).toMatchObject({ method: "PUT", url: "/v3/conversations/a%3A1/activities/1%3Aold" });
});

it("makes the chat with a person by their Entra id, for the whole tenant", async () => {
  const { asked, mailbox } = await withConnector(() => ({ status: 201, body: { id: "a:made" } }));
  expect(await mailbox.openChat(person)).toMatchObject({ conversationId: "a:made", tenantId: "tenant-1" });
  expect(asked[0]).toMatchObject({
    ...{ method: "POST", url: "/v3/conversations" },
    body: { isGroup: false, bot: { id: "28:bot-1" }, members: [{ id: person }], tenantId: "tenant-1" },
  });
});

it("proves who we are, and keeps a service address without its last slash whole", async () => {
  const { asked, mailbox, place } = await withConnector(() => ({ status: 201, body: { id: "1" } }), "secret");
  await mailbox.send({ ...place, serviceUrl: `${place.serviceUrl}teams` }, hello);
  expect(asked[0]).toMatchObject({
    ...{ url: "/teams/v3/conversations/a%3A1/activities", authorization: "Bearer secret" },
  });
});

describe("what the connector may say", () => {
  it.each([403, 404])("is %i: the chat is closed to us", async (status) => {
    const { mailbox, place } = await withConnector(() => ({ status, body: {} }));
    await expect(mailbox.send(place, hello)).rejects.toMatchObject({ reason: "gone" });
    await expect(mailbox.update(place, "1", hello)).rejects.toMatchObject({ reason: "gone" });
  });

  it.each([401, 412, 429, 500, 502, 503, 504])("is %i: later, asked once and not again", async (status) => {
    const { asked, mailbox, place } = await withConnector(() => ({ status, body: {} }));
    await expect(mailbox.send(place, hello)).rejects.toMatchObject({ retryAfterMs: undefined });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["3", 3000],
    ["Fri, 31 Dec 1999 23:59:59 GMT", undefined],
    ["soon", undefined],
  ])("is Retry-After: %s", async (header, retryAfterMs) => {
    const { mailbox, place } = await withConnector(() => ({
      ...{ status: 429, body: {}, headers: { "retry-after": header } },
    }));
    await expect(mailbox.send(place, hello)).rejects.toMatchObject({ reason: "busy", retryAfterMs });
  });

  it("is nothing at all", async () => {
    const { mailbox, place } = await withConnector(() => ({ status: 200, body: {} }));
    const nobody = { ...place, serviceUrl: "http://127.0.0.1:9/" };
    await expect(mailbox.send(nobody, hello)).rejects.toMatchObject({ reason: "failed" });
  });
});
