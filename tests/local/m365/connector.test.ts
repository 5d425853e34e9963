import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { an, luc, type Received, startTenant, type Tenant, tenantId } from "./tenant.ts";

let tenant: Tenant;
beforeEach(async () => {
  tenant = await startTenant();
});
afterEach(() => tenant.stop());

const chatSchema = z.object({ id: z.string(), kind: z.string(), name: z.string() });
const activitiesSchema = z.object({
  activities: z.array(
    z.looseObject({
      id: z.string(),
      text: z.string(),
      from: z.looseObject({ id: z.string(), aadObjectId: z.string().optional() }),
    }),
  ),
});
const idSchema = z.object({ id: z.string() });

async function chatsOf(person: string) {
  const chats = (await tenant.call("GET", `/local/chats?person=${person}`)).as(z.array(chatSchema));
  const [personal, group, channel] = chats;
  if (personal === undefined || group === undefined || channel === undefined) throw new Error("no chats");
  return { personal, group, channel };
}

const history = async (chat: string, person: string) =>
  (await tenant.call("GET", `/local/chats/${chat}/activities?person=${person}`)).as(activitiesSchema)
    .activities;

const say = (chat: string, body: object, person = an) =>
  tenant.call("POST", `/local/chats/${chat}/messages`, { person, locale: "nl", theme: "default", ...body });

async function receivedMessage(): Promise<Received> {
  return vi.waitFor(() => {
    const message = tenant.bot.received.find(({ type }) => type === "message");
    if (message === undefined) throw new Error("no message yet");
    return message;
  });
}

const conversationPath = (activity: Received) =>
  `${activity.serviceUrl}v3/conversations/${encodeURIComponent(activity.conversation.id)}`;

test("the app is installed for a person once, when they first open their chats", async () => {
  await chatsOf(an);
  await vi.waitFor(() => expect(tenant.bot.received).toHaveLength(2));
  await chatsOf(an);
  await chatsOf(luc);
  await vi.waitFor(() => expect(tenant.bot.received).toHaveLength(4));
  expect(tenant.bot.received.map(({ type, from }) => [type, from.aadObjectId])).toEqual([
    ["installationUpdate", an],
    ["conversationUpdate", an],
    ["installationUpdate", luc],
    ["conversationUpdate", luc],
  ]);
  expect(tenant.bot.received[1]).toMatchObject({
    membersAdded: [{ id: tenant.bot.received[1]?.recipient.id }],
  });
});

test("a message reaches the bot as Teams sends it", async () => {
  const { personal } = await chatsOf(an);
  expect((await say(personal.id, { text: "mag <b>dit</b>?" })).status).toBe(202);
  const message = await receivedMessage();
  expect(message).toMatchObject({
    type: "message",
    channelId: "msteams",
    text: "mag <b>dit</b>?",
    locale: "nl-BE",
    from: { name: "An Vrager", aadObjectId: an },
    recipient: { id: "28:b0700000-0000-4000-8000-000000000001" },
    conversation: { conversationType: "personal", tenantId },
    channelData: { tenant: { id: tenantId } },
    entities: [{ type: "clientInfo", locale: "nl-BE", country: "BE" }],
    attachments: [{ contentType: "text/html", content: "<p>mag &lt;b&gt;dit&lt;/b&gt;?</p>" }],
  });
  expect(message.from.id).toMatch(/^29:1/);
  expect(message.from.id).not.toContain(an);
  expect(message.conversation.id).toMatch(/^a:1/);
});

test("the bot's reply, its update and its removal show in the chat", async () => {
  const { personal } = await chatsOf(an);
  await say(personal.id, { text: "hallo" });
  const message = await receivedMessage();
  const path = `${conversationPath(message)}/activities`;
  const reply = await tenant.call("POST", `${path}/${message.id}`, { type: "message", text: "dag An" });
  expect(reply.status).toBe(201);
  const { id } = reply.as(idSchema);
  expect((await history(personal.id, an)).map(({ text }) => text)).toEqual(["hallo", "dag An"]);
  expect((await tenant.call("PUT", `${path}/${id}`, { type: "message", text: "dag" })).status).toBe(200);
  expect((await history(personal.id, an)).at(-1)).toMatchObject({ id, text: "dag", from: message.recipient });
  expect((await tenant.call("DELETE", `${path}/${id}`)).status).toBe(200);
  expect(await history(personal.id, an)).toHaveLength(1);
  expect((await tenant.call("PUT", `${path}/${id}`, { type: "message", text: "x" })).status).toBe(404);
});

test("the bot opens a chat with a member by Entra id or 29: id, and it is the same chat", async () => {
  const { personal } = await chatsOf(luc);
  const [installed] = await vi.waitFor(() => {
    expect(tenant.bot.received.length).toBeGreaterThan(0);
    return tenant.bot.received;
  });
  const create = (id: string, more: object = { tenantId }) =>
    tenant.call("POST", "/connector/v3/conversations", { isGroup: false, members: [{ id }], ...more });
  const byEntra = await create(luc, { channelData: { tenant: { id: tenantId } } });
  const byTeams = await create(installed?.from.id ?? "");
  expect([byEntra.status, byEntra.as(idSchema).id]).toEqual([201, installed?.conversation.id]);
  expect(byTeams.as(idSchema)).toEqual(byEntra.as(idSchema));
  const first = await create(luc, { tenantId, activity: { type: "message", text: "een vraag voor jou" } });
  expect(first.as(z.looseObject({ activityId: z.string() })).activityId).toMatch(/^\d+$/);
  expect((await history(personal.id, luc)).map(({ text }) => text)).toEqual(["een vraag voor jou"]);
  expect((await create(luc, {})).status).toBe(400);
  expect((await create("niemand")).status).toBe(400);
});

test("ids stay the same over a restart, so that what a bot has kept stays good", async () => {
  const create = async (where: Tenant) =>
    (await where.call("POST", "/connector/v3/conversations", { members: [{ id: an }], tenantId })).as(
      idSchema,
    ).id;
  const other = await startTenant();
  expect(await create(other)).toBe(await create(tenant));
  await other.stop();
});

test("members of a chat: all, in pages, and one by 29: id, Entra id or account", async () => {
  const { group } = await chatsOf(an);
  await say(group.id, { text: "kijk eens", mentionBot: true });
  const message = await receivedMessage();
  const path = conversationPath(message);
  const membersSchema = z.array(z.looseObject({ id: z.string(), aadObjectId: z.string() }));
  expect((await tenant.call("GET", `${path}/members`)).as(membersSchema)).toHaveLength(2);
  const pageSchema = z.object({ members: membersSchema, continuationToken: z.string().optional() });
  const first = (await tenant.call("GET", `${path}/pagedmembers?pageSize=1`)).as(pageSchema);
  expect(first.members[0]).toMatchObject({
    aadObjectId: an,
    userPrincipalName: "an.vrager@pzvoorbeeld.example",
  });
  const next = `${path}/pagedmembers?pageSize=1&continuationToken=${first.continuationToken}`;
  const second = (await tenant.call("GET", next)).as(pageSchema);
  expect([second.members[0]?.aadObjectId, second.continuationToken]).toEqual([luc, undefined]);
  for (const id of [message.from.id, an, "an.vrager@pzvoorbeeld.example"]) {
    const member = await tenant.call("GET", `${path}/members/${encodeURIComponent(id)}`);
    expect(member.as(z.looseObject({ aadObjectId: z.string() })).aadObjectId).toBe(an);
  }
  expect((await tenant.call("GET", `${path}/members/29:x`)).status).toBe(404);
});

test("in a group and a channel the bot hears only what mentions it", async () => {
  const { group, channel } = await chatsOf(an);
  await say(group.id, { text: "onder ons" });
  await say(channel.id, { text: "voor het kompas", mentionBot: true });
  const message = await receivedMessage();
  expect(message.text).toBe("<at>Integriteitskompas</at> voor het kompas");
  expect(message).toMatchObject({
    conversation: {
      conversationType: "channel",
      isGroup: true,
      id: expect.stringMatching(/@thread\.tacv2;messageid=\d+$/),
    },
    channelData: { team: { id: expect.any(String) }, channel: { id: expect.any(String) } },
  });
  expect((await history(group.id, luc)).map(({ text }) => text)).toEqual(["onder ons"]);
  expect(tenant.bot.received.filter(({ type }) => type === "message")).toHaveLength(1);
  const reply = { type: "message", text: "in de draad" };
  await tenant.call("POST", `${conversationPath(message)}/activities/${message.id}`, reply);
  expect((await history(channel.id, luc)).at(-1)).toMatchObject({
    text: "in de draad",
    conversation: { id: message.conversation.id },
  });
});

test("a submitted card is a message with a value and without text, and is not shown", async () => {
  const { personal } = await chatsOf(an);
  const body = {
    person: an,
    replyToId: "17",
    value: { action: "send", text: "x" },
    locale: "fr",
    theme: "dark",
  };
  expect((await tenant.call("POST", `/local/chats/${personal.id}/submit`, body)).status).toBe(202);
  const message = await receivedMessage();
  expect(message).toMatchObject({ value: body.value, replyToId: "17", locale: "fr-BE" });
  expect(message.text).toBeUndefined();
  expect(await history(personal.id, an)).toEqual([]);
});

const invokeReplySchema = z.object({ status: z.number(), body: z.unknown() });

test("an invoke reaches the bot in Teams' shape, and its answer comes back whole", async () => {
  const { personal } = await chatsOf(an);
  tenant.bot.answer = ({ type }) =>
    type === "invoke"
      ? { status: 200, body: { statusCode: 200, type: "x", value: { deep: [1] } } }
      : { status: 200 };
  const invoke = async (name: string, value: unknown) => {
    const body = { person: an, name, replyToId: "17", value, locale: "nl", theme: "dark" };
    return (await tenant.call("POST", `/local/chats/${personal.id}/invoke`, body)).as(invokeReplySchema);
  };
  const answer = await invoke("adaptiveCard/action", { verb: "claim", id: "b", data: { question: "q" } });
  expect(answer).toEqual({ status: 200, body: { statusCode: 200, type: "x", value: { deep: [1] } } });
  expect(tenant.bot.received.at(-1)).toMatchObject({
    type: "invoke",
    name: "adaptiveCard/action",
    replyToId: "17",
    value: {
      action: { type: "Action.Execute", id: "b", verb: "claim", data: { question: "q" } },
      trigger: "manual",
    },
  });
  await invoke("task/fetch", { data: { action: "open-anonymous" } });
  expect(tenant.bot.received.at(-1)?.value).toEqual({
    data: { action: "open-anonymous" },
    context: { theme: "dark" },
  });
});

test("an invoke that nobody answers is 502 for the page", async () => {
  const { personal } = await chatsOf(an);
  await tenant.bot.stop();
  const body = { person: an, name: "task/fetch", value: {} };
  const reply = await tenant.call("POST", `/local/chats/${personal.id}/invoke`, body);
  expect(reply.as(invokeReplySchema)).toEqual({ status: 502, body: null });
});

test("a person sees their own personal chat only", async () => {
  const { personal } = await chatsOf(an);
  expect((await tenant.call("GET", `/local/chats/${personal.id}/activities?person=${luc}`)).status).toBe(404);
  expect((await say(personal.id, { text: "ik ben An niet" }, luc)).status).toBe(404);
});

test.each([
  ["no JSON", "{"],
  ["no activity", "[1,2]"],
  ["a type that is a number", '{"type":7}'],
])("what is %s is refused, and the connector lives on", async (_what, body) => {
  const { personal } = await chatsOf(an);
  await say(personal.id, { text: "hallo" });
  const path = `${conversationPath(await receivedMessage())}/activities`;
  const reply = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body });
  expect(reply.status).toBe(400);
  expect((await tenant.call("POST", path, { type: "message", text: "ok" })).status).toBe(201);
});

test("an unknown conversation is 404 and a message beyond Teams' limit is 413", async () => {
  const nowhere = await tenant.call("POST", "/connector/v3/conversations/a:x/activities", {
    type: "message",
  });
  expect([nowhere.status, nowhere.text]).toEqual([404, expect.stringContaining("ConversationNotFound")]);
  const { personal } = await chatsOf(an);
  await say(personal.id, { text: "hallo" });
  const path = `${conversationPath(await receivedMessage())}/activities`;
  expect((await tenant.call("POST", path, { type: "message", text: "x".repeat(110_000) })).status).toBe(413);
});

test("the log keeps what went to the bot and what came from it, until it is emptied", async () => {
  const { personal } = await chatsOf(an);
  await say(personal.id, { text: "hallo" });
  const message = await receivedMessage();
  await tenant.call("POST", `${conversationPath(message)}/activities`, { type: "typing" });
  const logSchema = z.array(z.looseObject({ direction: z.string(), method: z.string(), status: z.number() }));
  const log = await vi.waitFor(async () => {
    const entries = (await tenant.call("GET", "/local/log")).as(logSchema);
    expect(entries.length).toBeGreaterThanOrEqual(4);
    return entries;
  });
  expect(log).toContainEqual(expect.objectContaining({ direction: "from-bot", method: "POST", status: 201 }));
  expect(log).toContainEqual(
    expect.objectContaining({ direction: "to-bot", body: expect.objectContaining({ text: "hallo" }) }),
  );
  await tenant.call("DELETE", "/local/log");
  expect((await tenant.call("GET", "/local/log")).as(logSchema)).toEqual([]);
});
