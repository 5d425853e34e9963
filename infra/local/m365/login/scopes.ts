/** What the administrator of the sample tenant consented to, for the tab and for the server. */
const delegated = ["User.Read", "User.ReadBasic.All", "Sites.Selected", "Presence.Read.All"];
const application = ["Sites.Selected", "User.ReadBasic.All", "Presence.Read.All"];
const openId = ["openid", "profile", "email", "offline_access"];

export const graphAudience = "https://graph.microsoft.com";

/** A request for tokens, reduced to one resource; Entra refuses two in one request. */
export interface Grant {
  readonly audience: string;
  /** As they stand in the token, without the resource in front. */
  readonly permissions: readonly string[];
  readonly openId: readonly string[];
}

export type GrantResult =
  | { readonly grant: Grant }
  | { readonly refused: "invalid_scope" | "consent_required" };

interface Resources {
  readonly clientId: string;
  /** Our own address: a client may build scopes from its Graph address, as national clouds need. */
  readonly baseUrl: string;
}

export function delegatedGrant(scope: string, resources: Resources): GrantResult {
  const asked = scope.split(/\s+/).filter((word) => word !== "");
  const identity = asked.filter((word) => openId.includes(word));
  const scoped = asked.filter((word) => !openId.includes(word)).map((word) => resourceOf(word, resources));
  const audience = scoped[0]?.audience ?? graphAudience;
  if (scoped.some((one) => one.audience !== audience)) return { refused: "invalid_scope" };
  const known = audience === graphAudience ? delegated : ["access_as_user"];
  const named = scoped.map((one) => one.permission);
  if (named.some((name) => name !== ".default" && !known.includes(name)))
    return { refused: "consent_required" };
  const permissions = named.includes(".default") ? known : named.length === 0 ? ["User.Read"] : named;
  return { grant: { audience, permissions, openId: identity } };
}

export function applicationGrant(scope: string, resources: Resources): GrantResult {
  const { audience, permission } = resourceOf(scope.trim(), resources);
  if (permission !== ".default") return { refused: "invalid_scope" };
  return { grant: { audience, permissions: audience === graphAudience ? application : [], openId: [] } };
}

/** `https://graph.microsoft.com/User.Read`, `api://host/client/access_as_user`, `User.Read`. */
function resourceOf(
  scope: string,
  { clientId, baseUrl }: Resources,
): { audience: string; permission: string } {
  const slash = scope.lastIndexOf("/");
  const permission = scope.slice(slash + 1);
  const resource = slash < 0 ? graphAudience : scope.slice(0, slash).replace(/\/$/, "");
  if (resource === baseUrl || isSameLoopback(resource, baseUrl))
    return { audience: graphAudience, permission };
  const own = resource === clientId || (resource.startsWith("api://") && resource.endsWith(clientId));
  return { audience: own ? clientId : resource, permission };
}

function isSameLoopback(resource: string, baseUrl: string): boolean {
  const normal = (address: string) => address.replace("://127.0.0.1", "://localhost");
  return normal(resource) === normal(baseUrl);
}
