import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Answer, Call } from "./http/call.ts";

export const faultTargets = ["graph", "connector", "login"] as const;
export type FaultTarget = (typeof faultTargets)[number];

const regularExpression = z.string().refine((source) => {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}, "is no regular expression");

export const faultSchema = z.object({
  target: z.enum(faultTargets),
  match: regularExpression.optional(),
  status: z.int().min(200).max(599).optional(),
  retryAfter: z.number().nonnegative().optional(),
  body: z.unknown().optional(),
  delayMs: z.number().nonnegative().max(120_000).optional(),
  reset: z.boolean().optional(),
  times: z.int().positive().optional(),
});
export type OrderedFault = z.infer<typeof faultSchema>;

/** Faults on demand, for tests and for trying how the product behaves on a bad day. */
export interface Faults {
  order(fault: OrderedFault): void;
  clear(): void;
  /** What a call gets instead of its normal answer, after the ordered delay. */
  disturb(target: FaultTarget, call: Pick<Call, "path">): Promise<Answer | undefined>;
}

export function orderedFaults(): Faults {
  const ordered: { fault: OrderedFault; left: number }[] = [];
  return {
    order: (fault) => ordered.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    clear: () => ordered.splice(0),
    disturb: async (target, call) => {
      const found = ordered.find(({ fault }) => fault.target === target && matches(fault, call.path));
      if (found === undefined) return undefined;
      found.left -= 1;
      if (found.left <= 0) ordered.splice(ordered.indexOf(found), 1);
      if (found.fault.delayMs !== undefined) await wait(found.fault.delayMs);
      return disturbance(found.fault);
    },
  };
}

function matches(fault: OrderedFault, path: string): boolean {
  return fault.match === undefined || new RegExp(fault.match).test(path);
}

function disturbance(fault: OrderedFault): Answer | undefined {
  if (fault.reset === true) return { status: 500, reset: true };
  if (fault.status === undefined && fault.body === undefined) return undefined;
  const status = fault.status ?? 200;
  const headers = {
    "content-type": "application/json",
    ...(fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) }),
  };
  return {
    status,
    headers,
    body: fault.body ?? { error: { code: "faultOnDemand", message: `Ordered ${status}.` } },
  };
}
