import { z } from "zod";

const requestSchema = z.object({ requestId: z.string().optional(), correlationId: z.string().optional() });

/** An answer in MSAL's own shape, so that a page hears at once that nobody could sign it in. */
export function signInFailed(request: unknown, cause: unknown): string {
  const asked = requestSchema.safeParse(request);
  return JSON.stringify({
    messageType: "NestedAppAuthResponse",
    requestId: asked.success ? asked.data.requestId : undefined,
    success: false,
    error: {
      status: "NO_NETWORK",
      code: "stand_in_unreachable",
      subError: "",
      description: cause instanceof Error ? cause.message : String(cause),
    },
  });
}
