import type { Outcome } from "../src/questions/ports.ts";
import { ConnectorFault } from "./connector-fault.ts";

/** What a failed attempt means for a delivery. */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof ConnectorFault)) return { kind: "later", afterMs: undefined };
  return error.reason === "gone" ? { kind: "unreachable" } : { kind: "later", afterMs: error.retryAfterMs };
}

/** Whether the card that should change is not there to be changed. */
export function vanished(error: unknown): boolean {
  return error instanceof ConnectorFault && error.reason === "gone";
}
