import type { Answer } from "../http/call.ts";

export function connectorError(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}
