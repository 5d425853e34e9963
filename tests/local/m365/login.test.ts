import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { an, appToken, bearer, clientId, startTenant, type Tenant, tenantId } from "./tenant.ts";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await startTenant();
});
afterAll(() => tenant.stop());

const redirect = "http://localhost:3978/tab/sign-in";
const verifier = "a-verifier-that-is-long-enough-for-the-standard-0123456789";
const challenge = createHash("sha256").update(verifier).digest("base64url");
const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.string(), token_endpoint: z.string() });
const tokensSchema = z.object({ access_token: z.string(), id_token: z.string() });
const errorSchema = z.object({ error: z.string(), error_description: z.string() });

const discovery = async () =>
  (await tenant.call("GET", `/${tenantId}/v2.0/.well-known/openid-configuration`)).as(discoverySchema);

function authorizeAddress(changes: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    redirect_uri: redirect,
    scope: "openid profile User.Read",
    state: "s1",
    nonce: "n1",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...changes,
  });
  return `/${tenantId}/oauth2/v2.0/authorize?${query}`;
}

const redeem = (code: string, changes: Record<string, string> = {}) =>
  tenant.call(
    "POST",
    `/${tenantId}/oauth2/v2.0/token`,
    new URLSearchParams({
      grant_type: "authorization_code",
      client_id: clientId,
      redirect_uri: redirect,
      code_verifier: verifier,
      code,
      ...changes,
    }),
  );

async function codeFor(person: string): Promise<string> {
  const reply = await tenant.call("GET", authorizeAddress({ person }));
  return new URL(reply.headers.get("location") ?? "").searchParams.get("code") ?? "";
}

test("the issuer is the address that discovery is read from, and its key set verifies its tokens", async () => {
  const { issuer, jwks_uri } = await discovery();
  expect(issuer).toBe(`${tenant.url}/${tenantId}/v2.0`);
  const token = await appToken(tenant);
  const { payload, protectedHeader } = await jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), {
    issuer,
    audience: "https://graph.microsoft.com",
  });
  expect(protectedHeader.alg).toBe("RS256");
  expect(payload).toMatchObject({ tid: tenantId, roles: expect.arrayContaining(["Sites.Selected"]) });
  expect(payload).not.toHaveProperty("scp");
});

test("the sign-in page lets one choose a person of the sample site", async () => {
  const page = await tenant.call("GET", authorizeAddress());
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(page.text).toContain("An Vrager");
  expect(page.text).toContain(`person=${an}`);
});

test("the code flow with PKCE gives tokens of the chosen person, and a code works once", async () => {
  const reply = await tenant.call("GET", authorizeAddress({ person: an }));
  const back = new URL(reply.headers.get("location") ?? "");
  expect([reply.status, back.searchParams.get("state")]).toEqual([302, "s1"]);
  const code = back.searchParams.get("code") ?? "";
  const tokens = (await redeem(code)).as(tokensSchema);
  expect(decodeJwt(tokens.id_token)).toMatchObject({ oid: an, aud: clientId, nonce: "n1" });
  expect(decodeJwt(tokens.access_token)).toMatchObject({ oid: an, scp: "User.Read" });
  const me = await tenant.call("GET", "/v1.0/me", undefined, bearer(tokens.access_token));
  expect(me.status).toBe(200);
  expect((await redeem(code)).as(errorSchema).error).toBe("invalid_grant");
});

test.each([
  ["another verifier", { code_verifier: `${verifier}x` }],
  ["another redirect address", { redirect_uri: "http://localhost:3978/elsewhere" }],
])("a code is refused with %s", async (_what, changes) => {
  const reply = await redeem(await codeFor(an), changes);
  expect([reply.status, reply.as(errorSchema).error]).toEqual([400, "invalid_grant"]);
});

test.each([
  ["without PKCE", { code_challenge_method: "plain" }, "invalid_request"],
  ["for another app", { client_id: "x" }, "unauthorized_client"],
  ["back to another machine", { redirect_uri: "https://elsewhere.example/" }, "invalid_request"],
])("sign-in is refused %s", async (_what, changes, error) => {
  const reply = await tenant.call("GET", authorizeAddress({ person: an, ...changes }));
  expect([reply.status, reply.as(errorSchema).error]).toEqual([400, error]);
});

const appRequest = (changes: Record<string, string>) =>
  tenant.call(
    "POST",
    `/${tenantId}/oauth2/v2.0/token`,
    new URLSearchParams({
      grant_type: "client_credentials",
      client_id: "b0700000-0000-4000-8000-000000000001",
      client_secret: "local",
      scope: "https://api.botframework.com/.default",
      ...changes,
    }),
  );

test("the bot gets a token for the Bot Connector, and a wrong secret or scope gets none", async () => {
  const token = (await appRequest({})).as(z.object({ access_token: z.string() }));
  expect(decodeJwt(token.access_token)).toMatchObject({ aud: "https://api.botframework.com" });
  expect((await appRequest({ client_secret: "guess" })).status).toBe(401);
  expect((await appRequest({ scope: "User.Read" })).as(errorSchema).error).toBe("invalid_scope");
});

test("garbage and an unknown tenant get Entra's error shape", async () => {
  const garbage = await tenant.call("POST", `/${tenantId}/oauth2/v2.0/token`, new URLSearchParams("x"));
  expect([garbage.status, garbage.as(errorSchema).error]).toEqual([400, "invalid_request"]);
  const unknown = await tenant.call("GET", "/elsewhere/v2.0/.well-known/openid-configuration");
  expect(unknown.as(errorSchema).error_description).toContain("AADSTS90002");
});

test("tokens stay valid over a restart when the key is kept in a file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "key-"));
  const keyFile = join(folder, "deep", "key.json");
  const first = await startTenant({ keyFile });
  const token = await appToken(first);
  const port = Number(new URL(first.url).port);
  await first.stop();
  const second = await startTenant({ keyFile, port });
  expect((await second.call("GET", `/v1.0/users/${an}`, undefined, bearer(token))).status).toBe(200);
  await second.stop();
  await rm(folder, { recursive: true });
});
