import { randomUUID } from "node:crypto";
import type { Answer } from "../http/call.ts";

/** Entra's error shape: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export function loginError(status: number, error: string, code: number, description: string): Answer {
  return {
    status,
    headers: { "cache-control": "no-store" },
    body: {
      error,
      error_description: `AADSTS${code}: ${description}`,
      error_codes: [code],
      timestamp: new Date().toISOString(),
      trace_id: randomUUID(),
      correlation_id: randomUUID(),
    },
  };
}
