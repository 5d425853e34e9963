import { createHash } from "node:crypto";
import { z } from "zod";
import type { Answer, Call } from "../http/call.ts";
import type { SiteFolder } from "../site/site-folder.ts";
import type { Codes } from "./authorize.ts";
import { loginError } from "./errors.ts";
import { type Issuer, tokenLifetime } from "./issuer.ts";
import { applicationGrant, delegatedGrant } from "./scopes.ts";

export interface TokenSettings {
  readonly issuer: Issuer;
  readonly folder: SiteFolder;
  readonly codes: Codes;
  readonly clientId: string;
  readonly baseUrl: string;
  /** The confidential clients of the sample tenant and their local secrets. */
  readonly clients: ReadonlyMap<string, string>;
}

const formSchema = z.discriminatedUnion("grant_type", [
  z.object({
    grant_type: z.literal("client_credentials"),
    client_id: z.string(),
    client_secret: z.string(),
    scope: z.string(),
  }),
  z.object({
    grant_type: z.literal("authorization_code"),
    client_id: z.string(),
    code: z.string(),
    redirect_uri: z.string(),
    code_verifier: z.string(),
  }),
]);
type Form = z.infer<typeof formSchema>;

export async function tokenAnswer(call: Call, settings: TokenSettings): Promise<Answer> {
  const form = new URLSearchParams(new TextDecoder().decode(call.body));
  const read = formSchema.safeParse(Object.fromEntries(form));
  if (!read.success) {
    const names = read.error.issues.map((issue) => issue.path.join(".")).join(", ");
    return loginError(400, "invalid_request", 900144, `The request body misses or misuses: ${names}.`);
  }
  return read.data.grant_type === "client_credentials"
    ? await appTokens(read.data, settings)
    : await personTokens(read.data, settings);
}

async function appTokens(
  form: Extract<Form, { grant_type: "client_credentials" }>,
  { clients, clientId, baseUrl, issuer }: TokenSettings,
): Promise<Answer> {
  if (clients.get(form.client_id) !== form.client_secret) {
    return loginError(401, "invalid_client", 7000215, "Invalid client secret provided.");
  }
  const result = applicationGrant(form.scope, { clientId, baseUrl });
  if ("refused" in result) {
    return loginError(400, "invalid_scope", 1002012, "Client credential flows want a scope with /.default.");
  }
  return fresh({ access_token: await issuer.appToken(form.client_id, result.grant) });
}

async function personTokens(
  form: Extract<Form, { grant_type: "authorization_code" }>,
  { codes, folder, issuer, clientId, baseUrl }: TokenSettings,
): Promise<Answer> {
  const grant = codes.redeem(form.code);
  const person = grant === undefined ? undefined : await folder.person(grant.personId);
  if (grant === undefined || person === undefined) {
    return loginError(400, "invalid_grant", 70008, "The code has expired or was used before.");
  }
  const challenge = createHash("sha256").update(form.code_verifier).digest("base64url");
  const { request } = grant;
  if (
    challenge !== request.code_challenge ||
    form.redirect_uri !== request.redirect_uri ||
    form.client_id !== request.client_id
  ) {
    return loginError(
      400,
      "invalid_grant",
      501481,
      "The verifier, client or redirect address does not match the code.",
    );
  }
  const result = delegatedGrant(request.scope, { clientId, baseUrl });
  if ("refused" in result) {
    return loginError(400, result.refused, 65001, "These permissions were not consented to.");
  }
  return fresh({
    scope: request.scope,
    access_token: await issuer.accessTokenFor(person, clientId, result.grant),
    id_token: await issuer.idTokenFor(person, clientId, request.nonce),
  });
}

function fresh(tokens: object): Answer {
  return {
    status: 200,
    headers: { "cache-control": "no-store" },
    body: { token_type: "Bearer", expires_in: tokenLifetime, ext_expires_in: tokenLifetime, ...tokens },
  };
}
