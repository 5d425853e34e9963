import {
  Client,
  HTTPMessageHandler,
  RetryHandler,
  RetryHandlerOptions,
} from "@microsoft/microsoft-graph-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { appToken, siteId, startTenant, type Tenant } from "./tenant.ts";

let tenant: Tenant;
let token: string;

beforeAll(async () => {
  tenant = await startTenant();
  token = await appToken(tenant);
});
afterAll(() => tenant.stop());

/** Microsoft's own client. Its authentication handler wants https, so the token is set by the caller. */
function graphClient(): Client {
  const retry = new RetryHandler(new RetryHandlerOptions(0, 3));
  retry.setNext(new HTTPMessageHandler());
  return Client.initWithMiddleware({ baseUrl: `${tenant.url}/`, middleware: retry });
}

const request = (path: string) => graphClient().api(path).header("Authorization", `Bearer ${token}`);

const pageSchema = z.object({
  value: z.array(z.object({ fields: z.object({ Title: z.string() }) })),
  "@odata.nextLink": z.string().optional(),
});

test("Microsoft's Graph client reads a list through all its pages", async () => {
  const titles: string[] = [];
  const first = request(`/sites/${siteId}/lists/Secties/items`).expand("fields($select=Title)").top(2);
  let page = pageSchema.parse(await first.get());
  for (;;) {
    titles.push(...page.value.map(({ fields }) => fields.Title));
    const next = page["@odata.nextLink"];
    if (next === undefined) break;
    // The client takes absolute addresses for https only.
    page = pageSchema.parse(await request(next.slice(`${tenant.url}/v1.0`.length)).get());
  }
  expect(titles).toEqual(["Doel", "Pers", "Middelen", "Pesten d'r uit", "Geheim"]);
});

test("Microsoft's Graph client waits out a 429 and then gets its answer", async () => {
  const begun = Date.now();
  const fault = { target: "graph", match: "/sites/", status: 429, retryAfter: 1, times: 1 };
  await tenant.call("POST", "/local/faults", fault);
  const site = await request(`/sites/${siteId}`).get();
  expect(site).toHaveProperty("displayName", "Integriteit");
  expect(Date.now() - begun).toBeGreaterThanOrEqual(950);
});

test("Microsoft's Graph client reads our error as its own", async () => {
  await expect(request(`/sites/${siteId}/lists/Niets`).get()).rejects.toMatchObject({
    statusCode: 404,
    code: "itemNotFound",
  });
});
