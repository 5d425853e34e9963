import type { Answer, Call, Handle } from "./call.ts";

export interface Route {
  readonly method: string;
  /** Segments; `:name` takes one segment, decoded. */
  readonly path: string;
  readonly handle: Handle;
}

/** Tries the routes in order; `undefined` when none fits. */
export function router(routes: readonly Route[]): (call: Call) => Answer | Promise<Answer> | undefined {
  const table = routes.map((route) => ({ route, pattern: route.path.split("/") }));
  return (call) => {
    const segments = call.path.split("/").map(decodeURIComponent);
    for (const { route, pattern } of table) {
      if (route.method !== call.method) continue;
      const params = match(pattern, segments);
      if (params !== undefined) return route.handle({ ...call, params });
    }
    return undefined;
  };
}

function match(pattern: readonly string[], segments: readonly string[]): Map<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index];
    if (actual === undefined) return undefined;
    if (expected.startsWith(":")) params.set(expected.slice(1), actual);
    else if (expected.toLowerCase() !== actual.toLowerCase()) return undefined;
  }
  return params;
}
