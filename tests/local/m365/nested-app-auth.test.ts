import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { an, clientId, luc, startTenant, type Tenant, tenantId } from "./tenant.ts";

let tenant: Tenant;
beforeAll(async () => {
  tenant = await startTenant();
});
afterAll(() => tenant.stop());

const answerSchema = z.looseObject({ success: z.boolean(), requestId: z.string() });
const tokenSchema = z.looseObject({
  token: z.object({
    access_token: z.string(),
    id_token: z.string(),
    scope: z.string(),
    expires_in: z.number(),
  }),
});

const ask = (request: object, person = an) =>
  tenant.call("POST", "/local/nested-app-auth", {
    person,
    request: JSON.stringify({ messageType: "NestedAppAuthRequest", requestId: "r7", ...request }),
  });
const askToken = (scope: string, method = "GetToken", client = clientId) =>
  ask({ method, tokenParams: { clientId: client, scope, correlationId: "c" } });

test("GetInitContext names the account of the person in front of the page", async () => {
  const answer = (await ask({ method: "GetInitContext" }, luc)).as(answerSchema);
  expect(answer).toMatchObject({
    messageType: "NestedAppAuthResponse",
    requestId: "r7",
    success: true,
    initContext: {
      accountContext: {
        homeAccountId: `${luc}.${tenantId}`,
        environment: "login.microsoftonline.com",
        tenantId,
      },
    },
  });
});

test("GetToken gives a token for Graph with just the scopes that were asked", async () => {
  const reply = await askToken("User.Read https://graph.microsoft.com/Sites.Selected openid profile");
  const { token, ...answer } = reply.as(tokenSchema);
  expect(answer).toMatchObject({
    success: true,
    account: { localAccountId: an, tenantId, name: "An Vrager" },
  });
  expect(decodeJwt(token.access_token)).toMatchObject({
    aud: "https://graph.microsoft.com",
    scp: "User.Read Sites.Selected",
    oid: an,
  });
  expect(decodeJwt(token.id_token)).toMatchObject({ aud: clientId, oid: an, tid: tenantId });
});

test("a token for our own API has our client id as its audience", async () => {
  const reply = await askToken(`api://localhost:3978/${clientId}/access_as_user`, "GetTokenPopup");
  expect(decodeJwt(reply.as(tokenSchema).token.access_token)).toMatchObject({
    aud: clientId,
    scp: "access_as_user",
  });
});

test("a permission that nobody consented to asks for interaction", async () => {
  expect((await askToken("Mail.ReadWrite")).as(answerSchema)).toMatchObject({
    success: false,
    requestId: "r7",
    error: { status: "USER_INTERACTION_REQUIRED" },
  });
});

test("an unknown app, and scopes of two resources, are refused for good", async () => {
  for (const reply of [
    await askToken("User.Read", "GetToken", "x"),
    await askToken(`User.Read api://${clientId}/access_as_user`),
  ]) {
    expect(reply.as(answerSchema)).toMatchObject({ success: false, error: { status: "PERSISTENT_ERROR" } });
  }
});

test("what is no request of the bridge is 400", async () => {
  expect((await tenant.call("POST", "/local/nested-app-auth", { person: an, request: "{" })).status).toBe(
    400,
  );
  expect((await ask({ method: "GetToken" })).as(answerSchema).success).toBe(false);
});
