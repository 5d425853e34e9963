import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { eventsOf } from "./event-stream.ts";
import { an, appToken, bearer, siteId, startTenant, type Tenant, tenantId } from "./tenant.ts";

let tenant: Tenant;
let signedIn: Record<string, string>;
beforeEach(async () => {
  tenant = await startTenant();
  signedIn = bearer(await appToken(tenant));
});
afterEach(() => tenant.stop());

const order = (fault: object) => tenant.call("POST", "/local/faults", fault);
const lists = (headers = signedIn) => tenant.call("GET", `/v1.0/sites/${siteId}/lists`, undefined, headers);

test("Graph throttles as often as was ordered, with Retry-After, and then recovers", async () => {
  await order({ target: "graph", match: "lists", status: 429, retryAfter: 7, times: 2 });
  const first = await lists();
  expect([first.status, first.headers.get("retry-after")]).toEqual([429, "7"]);
  expect((await tenant.call("GET", `/v1.0/users/${an}`, undefined, signedIn)).status).toBe(200);
  expect((await lists()).status).toBe(429);
  expect((await lists()).status).toBe(200);
});

test("in a batch only the request that matches is throttled", async () => {
  await order({ target: "graph", match: "/users/", status: 429, retryAfter: 2 });
  const requests = [
    { id: "a", method: "GET", url: `/users/${an}` },
    { id: "b", method: "GET", url: `/sites/${siteId}/lists` },
  ];
  const reply = await tenant.call("POST", "/v1.0/$batch", { requests }, signedIn);
  const item = z.object({ id: z.string(), status: z.number(), headers: z.record(z.string(), z.string()) });
  const { responses } = reply.as(z.object({ responses: z.array(item) }));
  expect(responses.map(({ status }) => status)).toEqual([429, 200]);
  expect(responses[0]?.headers["retry-after"]).toBe("2");
});

test("a reset breaks the connection, a body replaces the answer, a delay holds it back", async () => {
  await order({ target: "graph", reset: true, times: 1 });
  await expect(lists()).rejects.toThrow("fetch failed");
  await order({ target: "graph", status: 200, body: "<html>geen JSON", times: 1 });
  expect((await lists()).text).toBe("<html>geen JSON");
  await order({ target: "graph", delayMs: 80, times: 1 });
  const begun = Date.now();
  expect((await lists()).status).toBe(200);
  expect(Date.now() - begun).toBeGreaterThanOrEqual(75);
});

test("sign-in and the connector fail on demand, and an emptied order sheet ends it", async () => {
  await order({ target: "login", status: 503 });
  await order({ target: "connector", status: 502, body: { error: { code: "BadGateway", message: "x" } } });
  const create = () =>
    tenant.call("POST", "/connector/v3/conversations", { members: [{ id: an }], tenantId });
  const keys = () => tenant.call("GET", `/${tenantId}/discovery/v2.0/keys`);
  expect([(await keys()).status, (await create()).status]).toEqual([503, 502]);
  await tenant.call("DELETE", "/local/faults");
  expect([(await keys()).status, (await create()).status]).toEqual([200, 201]);
});

test("an order that makes no sense is refused in words", async () => {
  const reply = await order({ target: "teams", match: "(" });
  expect(reply.status).toBe(400);
  expect(reply.text).toMatch(/target[\s\S]*match/);
});

const chatOf = async (person: string) => {
  const [personal] = (await tenant.call("GET", `/local/chats?person=${person}`)).as(
    z.array(z.object({ id: z.string() })),
  );
  return personal?.id ?? "";
};
const say = (chat: string) =>
  tenant.call("POST", `/local/chats/${chat}/messages`, { person: an, text: "hallo", locale: "nl" });
const messages = () => tenant.bot.received.filter(({ type }) => type === "message");

test("a bot that fails once gets the same activity again, and nobody notices", async () => {
  const chat = await chatOf(an);
  const events = await eventsOf(tenant.url, an);
  let failures = 1;
  tenant.bot.answer = ({ type }) => ({ status: type === "message" && failures-- > 0 ? 500 : 200 });
  await say(chat);
  await vi.waitFor(() => expect(messages()).toHaveLength(2));
  expect(messages()[0]?.id).toBe(messages()[1]?.id);
  await events.stop();
  expect(events.seen.map(({ type }) => type)).toEqual(["created"]);
});

test("a bot that fails twice, or refuses, is reported to the page of the person who wrote", async () => {
  const chat = await chatOf(an);
  const events = await eventsOf(tenant.url, an);
  const failures = () => events.seen.filter(({ type }) => type === "failed");
  for (const [index, status] of [500, 401].entries()) {
    tenant.bot.answer = ({ type }) => ({ status: type === "message" ? status : 200 });
    await say(chat);
    await vi.waitFor(() => expect(failures()).toHaveLength(index + 1));
  }
  expect(failures()[1]).toMatchObject({ chat, activity: { text: "hallo" } });
  expect(messages()).toHaveLength(3);
  await events.stop();
});

test("a bot that is out of reach gets the installation when it is back, and the page hears of the failure", async () => {
  const events = await eventsOf(tenant.url, an);
  tenant.bot.answer = () => ({ status: 503 });
  const chat = await chatOf(an);
  await vi.waitFor(() => expect(tenant.bot.received).toHaveLength(2));
  tenant.bot.answer = () => ({ status: 200 });
  await vi.waitFor(async () => {
    await say(chat);
    expect(messages().length).toBeGreaterThan(0);
  });
  const delivered = tenant.bot.received.slice(2).map(({ type }) => type);
  expect(delivered.slice(0, 3)).toEqual(["installationUpdate", "conversationUpdate", "message"]);
  await events.stop();
});

test("a stop does not wait for a bot that is slow to answer", async () => {
  const slow = await startTenant();
  slow.bot.answer = () => new Promise(() => undefined);
  await slow.call("GET", `/local/chats?person=${an}`);
  await vi.waitFor(() => expect(slow.bot.received).toHaveLength(1));
  const begun = Date.now();
  await slow.stop();
  expect(Date.now() - begun).toBeLessThan(2_000);
});
