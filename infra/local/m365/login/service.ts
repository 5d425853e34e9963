import type { Faults } from "../faults.ts";
import { type Answer, type Call, param } from "../http/call.ts";
import { preflight, withCors } from "../http/cors.ts";
import { type Route, router } from "../http/router.ts";
import { authorize } from "./authorize.ts";
import { loginError } from "./errors.ts";
import { type TokenSettings, tokenAnswer } from "./token-endpoint.ts";

export interface LoginSettings extends TokenSettings {
  readonly tenantId: string;
}

export function isLoginPath(path: string): boolean {
  return /^\/[^/]+\/(oauth2\/v2\.0\/|discovery\/v2\.0\/|v2\.0\/\.well-known\/)/.test(path);
}

/** The part of Entra ID that the product meets: https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc */
export function loginService(settings: LoginSettings, faults: Faults): (call: Call) => Promise<Answer> {
  const { issuer, folder, codes, clientId } = settings;
  const route = router([
    inTenant("GET", "v2.0/.well-known/openid-configuration", settings, () => discovery(settings)),
    inTenant("GET", "discovery/v2.0/keys", settings, () => ({ status: 200, body: issuer.keySet })),
    inTenant("GET", "oauth2/v2.0/authorize", settings, (call) =>
      authorize(call, { clientId, codes, people: () => folder.people() }),
    ),
    inTenant("POST", "oauth2/v2.0/token", settings, (call) => tokenAnswer(call, settings)),
  ]);
  return async (call) => {
    if (call.method === "OPTIONS") return preflight(call);
    const disturbed = await faults.disturb("login", call);
    const answer =
      disturbed ?? (await route(call)) ?? loginError(404, "invalid_request", 90034, "Unknown address.");
    return withCors(answer);
  };
}

function inTenant(method: string, path: string, settings: LoginSettings, handle: Route["handle"]): Route {
  return {
    method,
    path: `/:tenant/${path}`,
    handle: (call) => {
      const tenant = param(call, "tenant").toLowerCase();
      if ([settings.tenantId, "common", "organizations"].includes(tenant)) return handle(call);
      return loginError(400, "invalid_request", 90002, `Tenant '${tenant}' not found.`);
    },
  };
}

function discovery({ baseUrl, tenantId, issuer }: LoginSettings): Answer {
  const tenant = `${baseUrl}/${tenantId}`;
  return {
    status: 200,
    body: {
      issuer: issuer.issuer,
      authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
      token_endpoint: `${tenant}/oauth2/v2.0/token`,
      jwks_uri: `${tenant}/discovery/v2.0/keys`,
      response_modes_supported: ["query", "fragment"],
      response_types_supported: ["code"],
      scopes_supported: ["openid", "profile", "email", "offline_access"],
      subject_types_supported: ["pairwise"],
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["client_secret_post"],
      code_challenge_methods_supported: ["S256"],
      claims_supported: [
        "sub",
        "iss",
        "aud",
        "exp",
        "iat",
        "oid",
        "tid",
        "name",
        "preferred_username",
        "email",
      ],
    },
  };
}
