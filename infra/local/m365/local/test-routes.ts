import { faultSchema } from "../faults.ts";
import type { Route } from "../http/router.ts";
import { bodyOf } from "./asked.ts";
import type { PageParts } from "./parts.ts";

/** Faults on demand, and a look at the line between connector and bot. */
export function testRoutes({ faults, log }: PageParts): readonly Route[] {
  const done = { status: 204 };
  return [
    {
      method: "POST",
      path: "/local/faults",
      handle: (call) => {
        faults.order(bodyOf(call, faultSchema));
        return done;
      },
    },
    {
      method: "DELETE",
      path: "/local/faults",
      handle: () => {
        faults.clear();
        return done;
      },
    },
    { method: "GET", path: "/local/log", handle: () => ({ status: 200, body: log.entries() }) },
    {
      method: "DELETE",
      path: "/local/log",
      handle: () => {
        log.clear();
        return done;
      },
    },
  ];
}
