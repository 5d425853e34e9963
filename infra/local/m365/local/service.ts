import type { Answer, Call } from "../http/call.ts";
import { router } from "../http/router.ts";
import { actRoutes } from "./act-routes.ts";
import { wrong } from "./asked.ts";
import { lookRoutes } from "./look-routes.ts";
import type { PageParts } from "./parts.ts";
import { testRoutes } from "./test-routes.ts";

/** The API of the local Teams page, and of the tests. */
export function pageApi(parts: PageParts): (call: Call) => Promise<Answer | undefined> {
  const route = router([...lookRoutes(parts), ...actRoutes(parts), ...testRoutes(parts)]);
  return async (call) => {
    // A form of another website can post text, but not JSON without asking first.
    const isJson = String(call.headers["content-type"] ?? "").startsWith("application/json");
    if (call.method === "POST" && !isJson) return wrong(415, "The body must be application/json.");
    return route(call);
  };
}
