import { z } from "zod";
import { people } from "./fake-teams.ts";

/** The answers of a token broker that the real MSAL accepts; no signature, since nobody here checks one. */
export function nestedAppAuth(id: string, request: unknown): unknown {
  const asked = z.looseObject({ method: z.string(), requestId: z.string() }).parse(request);
  const one = people.find((candidate) => candidate.id === id) ?? people[0];
  const account = {
    homeAccountId: `${id}.7e57ab1e-0000-4000-8000-000000000001`,
    environment: "login.microsoftonline.com",
    tenantId: "7e57ab1e-0000-4000-8000-000000000001",
  };
  const answer = { messageType: "NestedAppAuthResponse", requestId: asked.requestId, success: true };
  if (asked.method === "GetInitContext") {
    const initContext = { sdkName: "fake", sdkVersion: "1", capabilities: {}, accountContext: account };
    return { ...answer, initContext };
  }
  const now = Math.floor(Date.now() / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    oid: id,
    tid: account.tenantId,
    name: one?.name,
    preferred_username: one?.account,
    sub: id,
  };
  const token = `${part({ alg: "none" })}.${part({ ...claims, iat: now, exp: now + 3600 })}.x`;
  return {
    ...answer,
    token: { access_token: token, id_token: token, expires_in: 3600, scope: "User.Read", properties: null },
    account: { ...account, username: one?.account, localAccountId: id, name: one?.name },
  };
}
