import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { appToken, bearer, fixtureSite, siteId, startTenant, type Tenant } from "./tenant.ts";

const itemSchema = z.looseObject({
  id: z.string(),
  eTag: z.string(),
  fields: z.looseObject({ Title: z.string().optional() }).optional(),
});
const pageSchema = z.looseObject({
  value: z.array(itemSchema),
  "@odata.nextLink": z.string().optional(),
});
const errorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    innerError: z.object({ date: z.string(), "request-id": z.string(), "client-request-id": z.string() }),
  }),
});

const items = `/v1.0/sites/${siteId}/lists/Secties/items`;
const unindexed = { prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" };

let folder: string;
let tenant: Tenant;
let signedIn: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "site-"));
  await cp(fixtureSite, folder, { recursive: true });
  tenant = await startTenant({ siteDir: folder });
  signedIn = bearer(await appToken(tenant));
});
afterAll(async () => {
  await tenant.stop();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  tenant.call("GET", path, undefined, { ...signedIn, ...headers });

test("items come without fields unless they are asked for", async () => {
  const { value } = (await get(items)).as(pageSchema);
  expect(value).toHaveLength(5);
  expect(value[0]?.fields).toBeUndefined();
});

test("$expand=fields($select=…) gives those columns and no others", async () => {
  const { value } = (await get(`${items}?$expand=fields($select=Title,Volgorde)`)).as(pageSchema);
  expect(Object.keys(value[0]?.fields ?? {}).sort()).toEqual(["@odata.etag", "Title", "Volgorde"]);
});

test("a column that holds nothing is left out, and a text file stands where its name stood", async () => {
  const { value } = (await get(`${items}?$expand=fields`)).as(pageSchema);
  expect(value[1]?.fields).not.toHaveProperty("TitelFr");
  expect(value[0]?.fields).toHaveProperty("Tekst", "<p>Een kompas voor elke dag.</p>\n");
});

test("a text reference that leads out of the site folder is left as it is written", async () => {
  const { value } = (await get(`${items}?$expand=fields`)).as(pageSchema);
  expect(value[4]?.fields).toHaveProperty("Tekst", "@../../people.json");
});

test("the links to the next page lead through all items once", async () => {
  const seen: string[] = [];
  let next: string | undefined = `${items}?$top=2&$expand=fields($select=Title)`;
  while (next !== undefined) {
    const page: z.infer<typeof pageSchema> = (await get(next)).as(pageSchema);
    expect(page.value.length).toBeLessThanOrEqual(2);
    expect(page.value[0]?.fields).toHaveProperty("Title");
    seen.push(...page.value.map(({ id }) => id));
    next = page["@odata.nextLink"];
  }
  expect(seen).toEqual(["1", "2", "3", "4", "5"]);
});

test.each([
  ["fields/Document eq 'code'", ["3", "4", "5"]],
  ["fields/Document eq 'code' and startswith(fields/Title,'pest')", ["4"]],
  ["fields/Title eq 'Pesten d''r uit'", ["4"]],
  ["fields/Volgorde eq 2", ["2"]],
  ["fields/Document ne 'code'", ["1", "2"]],
])("$filter=%s", async (filter, expected) => {
  const reply = await get(`${items}?$filter=${encodeURIComponent(filter)}`, unindexed);
  expect(reply.as(pageSchema).value.map(({ id }) => id)).toEqual(expected);
});

test("a filter on a column without an index is refused, unless the caller accepts that", async () => {
  const reply = await get(`${items}?$filter=fields/Document eq 'code'`);
  expect(reply.status).toBe(400);
  expect(reply.as(errorSchema).error.message).toContain("Document");
});

test.each([
  "$filter=fields/Document like 'x'",
  "$top=0",
  "$skiptoken=onzin",
  "$expand=versions",
  "$orderby=id",
])("%s is answered with 400 in Graph's shape", async (query) => {
  const reply = await get(`${items}?${query}`);
  expect(reply.status).toBe(400);
  expect(reply.as(errorSchema).error.code).toBe("invalidRequest");
});

test("an item has an ETag, and If-None-Match with it is answered with 304", async () => {
  const first = await get(`${items}/1`);
  const etag = first.headers.get("etag") ?? "";
  expect(first.as(itemSchema).eTag).toBe(etag);
  expect((await get(`${items}/1`, { "if-none-match": etag })).status).toBe(304);
  expect((await get(`${items}/2`, { "if-none-match": etag })).status).toBe(200);
});

test("a change of a file shows at the next call, under another ETag", async () => {
  const before = (await get(`${items}/3`)).as(itemSchema);
  const file = join(folder, "lists/Secties.json");
  await writeFile(file, (await readFile(file, "utf8")).replace('"Middelen"', '"Middelen en geld"'));
  const after = (await get(`${items}/3`)).as(itemSchema);
  expect(after.fields?.Title).toBe("Middelen en geld");
  expect(after.eTag).not.toBe(before.eTag);
});

test("an unknown list, item and site are 404 in Graph's shape", async () => {
  for (const path of [
    `/v1.0/sites/${siteId}/lists/Niets/items`,
    `${items}/99`,
    "/v1.0/sites/x/lists/Secties",
  ]) {
    const reply = await get(path);
    expect(reply.status).toBe(404);
    expect(reply.as(errorSchema).error.code).toBe("itemNotFound");
  }
});

test("a list is found by the id that the list of lists gives", async () => {
  const lists = await get(`/v1.0/sites/${siteId}/lists?$select=id,displayName`);
  const [list] = lists.as(
    z.object({ value: z.array(z.object({ id: z.guid(), displayName: z.string() })) }),
  ).value;
  expect(list?.displayName).toBe("Secties");
  expect((await get(`/v1.0/sites/${siteId}/lists/${list?.id}/items`)).status).toBe(200);
});

test("a list file that is no JSON is a 500 of that list, and the stand-in lives on", async () => {
  const errors: unknown[] = [];
  const other = await startTenant({ siteDir: folder, onError: (error) => errors.push(error) });
  await writeFile(join(folder, "lists/Kapot.json"), "[{");
  const token = bearer(await appToken(other));
  const reply = await other.call("GET", `/v1.0/sites/${siteId}/lists/Kapot/items`, undefined, token);
  expect(reply.status).toBe(500);
  expect(String(errors[0])).toContain("Kapot.json is no JSON");
  expect((await other.call("GET", items, undefined, token)).status).toBe(200);
  await other.stop();
});

test("only v1.0 is served", async () => {
  expect((await get(items.replace("v1.0", "beta"))).status).toBe(400);
});
