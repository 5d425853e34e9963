import { z } from "zod";
import type { Person } from "../site/schemas.ts";
import { type Issuer, tokenLifetime } from "./issuer.ts";
import { delegatedGrant } from "./scopes.ts";

/** The request envelope of MSAL's bridge (`naa/BridgeRequestEnvelope` in msal-browser 5.29). */
const requestSchema = z.object({
  messageType: z.literal("NestedAppAuthRequest"),
  method: z.enum(["GetInitContext", "GetToken", "GetTokenPopup"]),
  requestId: z.string(),
  tokenParams: z.looseObject({ clientId: z.string(), scope: z.string() }).optional(),
});
type BridgeRequest = z.infer<typeof requestSchema>;

export interface BridgeSettings {
  readonly issuer: Issuer;
  readonly tenantId: string;
  readonly clientId: string;
  readonly baseUrl: string;
}

/** Plays the part of Teams in nested app authentication: the person of the page is signed in already. */
export async function bridgeAnswer(
  person: Person,
  request: unknown,
  settings: BridgeSettings,
): Promise<unknown> {
  const read = requestSchema.safeParse(request);
  if (!read.success) return undefined;
  const answer = { messageType: "NestedAppAuthResponse", requestId: read.data.requestId };
  if (read.data.method === "GetInitContext") {
    return { ...answer, success: true, initContext: initContext(person, settings) };
  }
  return { ...answer, ...(await tokenAnswer(person, read.data.tokenParams, settings)) };
}

/** MSAL knows the metadata of this name by heart, so it asks no network for it. */
const environment = "login.microsoftonline.com";

function initContext(person: Person, { tenantId }: BridgeSettings) {
  return {
    sdkName: "local-teams",
    sdkVersion: "1.0.0",
    capabilities: { queryAccount: true },
    accountContext: { homeAccountId: `${person.id}.${tenantId}`, environment, tenantId },
  };
}

async function tokenAnswer(person: Person, asked: BridgeRequest["tokenParams"], settings: BridgeSettings) {
  const { issuer, tenantId, clientId, baseUrl } = settings;
  if (asked?.clientId !== clientId) {
    return refused(
      "PERSISTENT_ERROR",
      "AADSTS700016: this client id is not registered in the sample tenant.",
    );
  }
  const result = delegatedGrant(asked.scope, { clientId, baseUrl });
  if ("refused" in result) {
    return result.refused === "consent_required"
      ? refused("USER_INTERACTION_REQUIRED", "AADSTS65001: nobody consented to these permissions.")
      : refused("PERSISTENT_ERROR", "AADSTS28000: scopes of more than one resource.");
  }
  return {
    success: true,
    token: {
      access_token: await issuer.accessTokenFor(person, clientId, result.grant),
      id_token: await issuer.idTokenFor(person, clientId),
      expires_in: tokenLifetime,
      scope: asked.scope,
      properties: null,
    },
    account: {
      environment,
      homeAccountId: `${person.id}.${tenantId}`,
      tenantId,
      username: person.userPrincipalName,
      localAccountId: person.id,
      name: person.displayName,
    },
  };
}

function refused(status: "USER_INTERACTION_REQUIRED" | "PERSISTENT_ERROR", description: string) {
  return { success: false, error: { status, code: status.toLowerCase(), description } };
}
