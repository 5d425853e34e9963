import { Fault } from "../src/base/fault.ts";
import type { HttpAnswer } from "./http-call.ts";

/**
 * The Bot Connector did not do what was asked. `gone`: the chat or the card is
 * not there, or the person blocked the bot; `busy`: it asks to come back
 * later; `failed`: anything else, which may work another time.
 */
export class ConnectorFault extends Fault<"gone" | "busy" | "failed"> {
  readonly statusCode: number | undefined;
  /** How long it asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(
    reason: "gone" | "busy" | "failed",
    details: {
      readonly statusCode?: number;
      readonly retryAfterMs?: number | undefined;
      readonly cause?: unknown;
    },
  ) {
    super(reason, "The Bot Connector did not do what was asked.", { cause: details.cause });
    this.statusCode = details.statusCode;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/**
 * 403: the person blocked the bot or removed the app; 404: there is no such
 * chat any more. The rest may work later, 401 too, once its cause is mended.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
export function faultOf({ status: statusCode, retryAfter }: HttpAnswer): ConnectorFault {
  if (statusCode === 403 || statusCode === 404) return new ConnectorFault("gone", { statusCode });
  const retryAfterMs = askedPause(retryAfter);
  const busy = statusCode === 429 || statusCode === 503 || retryAfterMs !== undefined;
  return new ConnectorFault(busy ? "busy" : "failed", { statusCode, retryAfterMs });
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3). */
function askedPause(header: string | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
