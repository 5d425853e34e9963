import {
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { ContentFault } from "../../src/content/content-fault.ts";
import type { Settings } from "../host/settings.ts";

/** Gives an access token for Graph scopes; Teams holds the session, we keep none. */
export type TokenSource = (scopes: readonly string[], mayAsk: boolean) => Promise<string>;

/**
 * Nested app authentication: Teams signs in on our behalf. teams-js must have
 * shaken hands before, since MSAL looks for its bridge when it is created.
 * https://learn.microsoft.com/microsoftteams/platform/concepts/authentication/nested-authentication
 */
export async function signIn(settings: Settings): Promise<TokenSource> {
  const client = await createNestablePublicClientApplication({
    auth: {
      clientId: settings.clientId,
      authority: `https://login.microsoftonline.com/${settings.tenantId}`,
    },
    // Teams keeps the session. Tokens of ours stay in memory: two people may share a browser.
    cache: { cacheLocation: "memoryStorage" },
  });
  return (scopes, mayAsk) => acquire(client, [...scopes], mayAsk);
}

const patience = 20_000;

/** A host that takes the request and never answers must not leave a page waiting for ever. */
function inTime<Value>(asked: Promise<Value>): Promise<Value> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("The host did not answer in time.")), patience);
  });
  return Promise.race([asked, late]);
}

async function acquire(client: IPublicClientApplication, scopes: string[], mayAsk: boolean): Promise<string> {
  try {
    const result = await inTime(client.acquireTokenSilent({ scopes }));
    return result.accessToken;
  } catch (error) {
    if (!(mayAsk && error instanceof InteractionRequiredAuthError))
      throw new ContentFault("unauthorized", "No token without asking.", { cause: error });
  }
  try {
    // No time limit: a person is reading what they consent to.
    const result = await client.acquireTokenPopup({ scopes });
    return result.accessToken;
  } catch (error) {
    throw new ContentFault("unauthorized", "No token after asking.", { cause: error });
  }
}
