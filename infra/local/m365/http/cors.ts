import type { Answer, Call } from "./call.ts";

/**
 * What Graph and the sign-in service allow every page, as the real ones do:
 * without cookies, so that the bearer token alone decides.
 */
const open = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "ETag, Location, Retry-After, request-id, client-request-id, WWW-Authenticate",
};

export function preflight(call: Call): Answer {
  return {
    status: 204,
    headers: {
      ...open,
      "access-control-allow-methods": "GET, POST, PATCH, PUT, DELETE, OPTIONS",
      "access-control-allow-headers": String(
        call.headers["access-control-request-headers"] ?? "authorization",
      ),
      "access-control-max-age": "600",
    },
  };
}

export function withCors(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, ...open } };
}
