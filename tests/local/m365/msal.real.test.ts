import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { launchChromium, browserTest as test } from "../../support/chromium.ts";
import { an, bearer, clientId, siteId, startTenant, type Tenant, tenantId } from "./tenant.ts";

const msal = join(
  dirname(createRequire(import.meta.url).resolve("@azure/msal-browser")),
  "msal-browser.min.js",
);

/** A page whose host hands every bridge request to the stand-in, as the local Teams page does. */
const page = `<!doctype html><script src="/msal.js"></script><script>
const listeners = [];
window.nestedAppAuthBridge = {
  addEventListener: (name, listener) => listeners.push(listener),
  removeEventListener: () => undefined,
  postMessage: async (request) => {
    const answer = await fetch("/local/nested-app-auth", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ person: "${an}", request }),
    });
    const text = await answer.text();
    for (const listener of listeners) listener(text);
  },
};
window.signIn = async (scopes) => {
  const app = await msal.createNestablePublicClientApplication({ auth: { clientId: "${clientId}" } });
  try {
    const result = await app.acquireTokenSilent({ scopes });
    return { token: result.accessToken, account: result.account.homeAccountId, scopes: result.scopes };
  } catch (error) {
    return { wantsInteraction: error instanceof msal.InteractionRequiredAuthError };
  }
};
</script>`;

let folder: string;
let tenant: Tenant;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "msal-"));
  await writeFile(join(folder, "index.html"), page);
  await copyFile(msal, join(folder, "msal.js"));
  tenant = await startTenant({ pageDir: folder });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await tenant?.stop();
  if (folder) await rm(folder, { recursive: true });
});

async function signIn(scopes: readonly string[]): Promise<Record<string, unknown>> {
  const tab = await browser.newPage();
  await tab.goto(tenant.url);
  return tab.evaluate(`window.signIn(${JSON.stringify(scopes)})`);
}

test("the real MSAL gets a token that reads the lists", async () => {
  const result = await signIn(["Sites.Selected", "User.Read"]);
  expect(result["account"]).toBe(`${an}.${tenantId}`);
  const token = bearer(String(result["token"]));
  const items = await tenant.call("GET", `/v1.0/sites/${siteId}/lists/Secties/items`, undefined, token);
  expect(items.status).toBe(200);
});

test("the real MSAL asks for interaction without consent", async () => {
  expect(await signIn(["Mail.ReadWrite"])).toEqual({ wantsInteraction: true });
});
