import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { an, appToken, bearer, luc, personTokens, siteId, startTenant, type Tenant } from "./tenant.ts";

let tenant: Tenant;
let app: Record<string, string>;
let person: Record<string, string>;

beforeAll(async () => {
  tenant = await startTenant();
  app = bearer(await appToken(tenant));
  const scope = "User.Read User.ReadBasic.All Presence.Read.All openid profile";
  person = bearer((await personTokens(tenant, an, scope)).access_token);
});
afterAll(() => tenant.stop());

const get = (path: string, headers = person) => tenant.call("GET", `/v1.0${path}`, undefined, headers);
const code = z.object({ error: z.object({ code: z.string() }) });

test("/me is the person whose token it is, with Graph's default properties", async () => {
  const me = (await get("/me")).as(z.looseObject({ id: z.string() }));
  expect(me).toMatchObject({ id: an, displayName: "An Vrager", surname: "Vrager" });
  expect(me).not.toHaveProperty("department");
});

test("$select gives the other properties", async () => {
  const user = (await get(`/users/${an}?$select=id,department`)).as(z.looseObject({}));
  expect(user).toMatchObject({ id: an, department: "Interventie" });
  expect(user).not.toHaveProperty("displayName");
});

test("a user is found by account too, and an unknown one is 404", async () => {
  expect((await get("/users/luc.netwerk@pzvoorbeeld.example")).as(z.looseObject({ id: z.string() })).id).toBe(
    luc,
  );
  const unknown = await get("/users/nobody");
  expect([unknown.status, unknown.as(code).error.code]).toEqual([404, "Request_ResourceNotFound"]);
});

test("/me has no meaning for an app", async () => {
  expect((await get("/me", app)).status).toBe(400);
});

test("a photo comes as an image in every size, and a person without one is 404", async () => {
  for (const path of [`/users/${an}/photo/$value`, `/users/${an}/photos/48x48/$value`, "/me/photo/$value"]) {
    const photo = await get(path);
    expect(photo.headers.get("content-type")).toBe("image/svg+xml");
    expect(photo.text).toContain("<svg");
  }
  expect((await get(`/users/${luc}/photo/$value`)).as(code).error.code).toBe("ImageNotFound");
});

test("presence of one person and of several; unknown people are left out", async () => {
  const one = (await get(`/users/${an}/presence`)).as(z.looseObject({}));
  expect(one).toMatchObject({ id: an, availability: "Available" });
  const ids = [an, luc, "11111111-0000-4000-8000-000000000000"];
  const many = await tenant.call("POST", "/v1.0/communications/getPresencesByUserId", { ids }, app);
  const { value } = many.as(
    z.object({ value: z.array(z.looseObject({ id: z.string(), availability: z.string() })) }),
  );
  expect(value.map((presence) => presence.availability)).toEqual(["Available", "PresenceUnknown"]);
});

test("no token, a foreign token and a token for something else are 401", async () => {
  const { id_token } = await personTokens(tenant, an, "User.Read");
  const other = await startTenant();
  const foreign = await appToken(other);
  await other.stop();
  for (const headers of [{}, bearer("x.y.z"), bearer(id_token), bearer(foreign)]) {
    const reply = await tenant.call("GET", "/v1.0/me", undefined, headers);
    expect(reply.status).toBe(401);
    expect(reply.as(code).error.code).toBe("InvalidAuthenticationToken");
    expect(reply.headers.get("www-authenticate")).toContain("Bearer");
  }
});

test("an expired token is 401", async () => {
  let now = Date.now();
  const other = await startTenant({ now: () => now });
  const headers = bearer(await appToken(other));
  expect((await other.call("GET", `/v1.0/users/${an}`, undefined, headers)).status).toBe(200);
  now += 3_700_000;
  expect((await other.call("GET", `/v1.0/users/${an}`, undefined, headers)).status).toBe(401);
  await other.stop();
});

test("a token without the permission is 403", async () => {
  const { access_token } = await personTokens(tenant, an, "User.Read");
  const reply = await get(`/sites/${siteId}/lists`, bearer(access_token));
  expect([reply.status, reply.as(code).error.code]).toEqual([403, "accessDenied"]);
});

const batchSchema = z.object({
  responses: z.array(z.object({ id: z.string(), status: z.number(), body: z.unknown() })),
});

test("a batch answers each request on its own, a picture as base64", async () => {
  const requests = [
    { id: "1", method: "GET", url: "/me" },
    { id: "2", method: "GET", url: `/users/${an}/photo/$value` },
    { id: "3", method: "GET", url: "/users/nobody" },
    {
      id: "4",
      method: "POST",
      url: "/communications/getPresencesByUserId",
      headers: { "Content-Type": "application/json" },
      body: { ids: [an] },
    },
  ];
  const reply = await tenant.call("POST", "/v1.0/$batch", { requests }, person);
  const { responses } = reply.as(batchSchema);
  expect(responses.map(({ id, status }) => [id, status])).toEqual([
    ["1", 200],
    ["2", 200],
    ["3", 404],
    ["4", 200],
  ]);
  expect(Buffer.from(String(responses[1]?.body), "base64").toString()).toContain("<svg");
});

test("a batch of more than 20 is refused, and so is one without a token", async () => {
  const requests = Array.from({ length: 21 }, (_, id) => ({ id: String(id), method: "GET", url: "/me" }));
  expect((await tenant.call("POST", "/v1.0/$batch", { requests }, person)).status).toBe(400);
  expect((await tenant.call("POST", "/v1.0/$batch", { requests: requests.slice(1) })).status).toBe(401);
});

test("a page on another origin may call Graph and see its throttling headers", async () => {
  const asked = { origin: "http://localhost:3978", "access-control-request-headers": "authorization,prefer" };
  const preflight = await tenant.call("OPTIONS", "/v1.0/me", undefined, asked);
  expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization,prefer");
  expect((await get("/me")).headers.get("access-control-expose-headers")).toContain("Retry-After");
});
