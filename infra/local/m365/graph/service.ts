import type { Faults } from "../faults.ts";
import { type Answer, type Call, Refusal } from "../http/call.ts";
import { preflight, withCors } from "../http/cors.ts";
import { router } from "../http/router.ts";
import type { Issuer } from "../login/issuer.ts";
import type { SiteFolder } from "../site/site-folder.ts";
import { graphError } from "./answers.ts";
import { batchAnswer } from "./batch.ts";
import { tokenGuard } from "./guard.ts";
import { siteRoutes } from "./sites.ts";
import { userRoutes } from "./users.ts";

export function isGraphPath(path: string): boolean {
  return /^\/(v1\.0|beta)(\/|$)/.test(path);
}

/** Microsoft Graph v1.0, as far as the product uses it. */
export function graphService(
  folder: SiteFolder,
  issuer: Issuer,
  faults: Faults,
): (call: Call) => Promise<Answer> {
  const guard = tokenGuard(issuer);
  const route = router([...siteRoutes(folder, guard), ...userRoutes(folder, guard)]);
  const answerOne = async (call: Call): Promise<Answer> => {
    const disturbed = await faults.disturb("graph", call);
    if (disturbed !== undefined) return disturbed;
    try {
      return (await route(call)) ?? unknownResource(call);
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  };
  return async (call) => {
    if (call.method === "OPTIONS") return preflight(call);
    const isBatch = call.method === "POST" && call.path === "/v1.0/$batch";
    return withCors(isBatch ? await guarded(guard, call, answerOne) : await answerOne(call));
  };
}

function guarded(
  guard: ReturnType<typeof tokenGuard>,
  call: Call,
  answerOne: (call: Call) => Promise<Answer>,
) {
  return guard([], () => batchAnswer(call, answerOne))(call);
}

function unknownResource(call: Call): Answer {
  const segment = call.path.split("/").at(-1) ?? "";
  return graphError(call, 400, "BadRequest", `Resource not found for the segment '${segment}'.`);
}
