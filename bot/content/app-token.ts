import { z } from "zod";
import type { Clock } from "../../src/base/ports.ts";
import { ContentFault } from "../../src/content/content-fault.ts";

const answerSchema = z.object({ access_token: z.string(), expires_in: z.coerce.number() });

/** Renew a token this long before it ends, so that none ends on its way. */
const marginMs = 5 * 60_000;
const patienceMs = 10_000;

export interface AppCredentials {
  readonly loginBaseUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The service that the token is for, as `https://…/.default`. */
  readonly scope: string;
}

/**
 * Tokens for one service in the application's own name (OAuth 2.0 client
 * credentials), kept until shortly before they end. Throws `ContentFault`.
 */
export function appTokens(credentials: AppCredentials, clock: Clock): () => Promise<string> {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const { access_token, expires_in } = await requestToken(credentials);
    kept = { token: access_token, until: clock() + expires_in * 1000 - marginMs };
    return access_token;
  }

  return () => {
    if (kept && clock() < kept.until) return Promise.resolve(kept.token);
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}

async function requestToken(credentials: AppCredentials): Promise<z.infer<typeof answerSchema>> {
  const { loginBaseUrl, tenantId, clientId, clientSecret, scope } = credentials;
  const answer = await fetch(`${loginBaseUrl}/${tenantId}/oauth2/v2.0/token`, {
    method: "POST",
    signal: AbortSignal.timeout(patienceMs),
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope,
    }),
  }).catch((cause: unknown) => {
    throw new ContentFault("unreachable", "The sign-in service did not answer.", { cause });
  });
  const reason = answer.status < 500 ? "unauthorized" : "unreachable";
  if (!answer.ok) throw new ContentFault(reason, `The sign-in service answered ${answer.status}.`);
  const body = answerSchema.safeParse(await answer.json().catch(() => undefined));
  if (!body.success) throw new ContentFault("unreadable", "The sign-in service sent no token.");
  return body.data;
}
