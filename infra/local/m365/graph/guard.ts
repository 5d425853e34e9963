import type { Answer, Call } from "../http/call.ts";
import type { Caller, Issuer } from "../login/issuer.ts";
import { graphAudience } from "../login/scopes.ts";
import { graphError } from "./answers.ts";

export type GuardedHandle = (call: Call, caller: Caller) => Answer | Promise<Answer>;
export type Guard = (
  permissions: readonly string[],
  handle: GuardedHandle,
) => (call: Call) => Promise<Answer>;

/** Lets a call through when its token is ours, for Graph, and holds one of the permissions. */
export function tokenGuard(issuer: Issuer): Guard {
  return (permissions, handle) => async (call) => {
    const token = /^Bearer (\S+)$/i.exec(call.headers.authorization ?? "")?.[1];
    const caller = token === undefined ? undefined : await issuer.verify(token, graphAudience);
    if (caller === undefined) {
      const message = token === undefined ? "Access token is empty." : "Access token validation failure.";
      return graphError(call, 401, "InvalidAuthenticationToken", message, {
        "www-authenticate": `Bearer realm="", authorization_uri="${issuer.issuer}"`,
      });
    }
    if (permissions.length > 0 && !permissions.some((one) => caller.permissions.includes(one))) {
      return graphError(
        call,
        403,
        "accessDenied",
        `Access denied. One of these is needed: ${permissions.join(", ")}`,
      );
    }
    return handle(call, caller);
  };
}
