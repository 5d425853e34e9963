import { z } from "zod";
import type { Outcome } from "../src/questions/ports.ts";

/** A RestError of the connector's client, and what comes from the network itself. */
const errorSchema = z.object({
  statusCode: z.number().optional(),
  response: z.object({ headers: z.custom<Readable>(isReadable).optional() }).optional(),
});

interface Readable {
  get(name: string): string | null | undefined;
}

function isReadable(value: unknown): boolean {
  return typeof value === "object" && value !== null && "get" in value && typeof value.get === "function";
}

/**
 * What a failed call to the connector means. 403: the person blocked the bot
 * or removed the app; 404: there is no such chat any more. Everything else may
 * work later, 401 too, once its cause is mended.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
export function outcomeOf(error: unknown): Outcome {
  const { statusCode, response } = read(error);
  if (statusCode === 403 || statusCode === 404) return { kind: "unreachable" };
  return { kind: "later", afterMs: askedPause(response?.headers?.get("retry-after")) };
}

/** Whether the card that should change is not there to be changed. */
export function vanished(error: unknown): boolean {
  const { statusCode } = read(error);
  return statusCode === 403 || statusCode === 404;
}

function read(error: unknown): z.infer<typeof errorSchema> {
  return errorSchema.safeParse(error).data ?? {};
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3). */
function askedPause(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
