import type { Answer, Call } from "../http/call.ts";
import { param } from "../http/call.ts";
import type { Route } from "../http/router.ts";
import type { Row, SampleSite } from "../site/schemas.ts";
import type { SampleList, SiteFolder } from "../site/site-folder.ts";
import { found, itemNotFound, pick, refuse, selected } from "./answers.ts";
import { type Condition, filterFrom } from "./filter.ts";
import type { Guard } from "./guard.ts";
import {
  type Expansion,
  etagOf,
  expansionFrom,
  guidOf,
  itemResource,
  listResource,
  siteResource,
} from "./list-items.ts";

const readSites = ["Sites.Selected", "Sites.Read.All"];
const knownOptions = new Set(["$expand", "$select", "$filter", "$top", "$skiptoken", "$count"]);

export function siteRoutes(folder: SiteFolder, guard: Guard): readonly Route[] {
  const get = (path: string, handle: (call: Call) => Promise<Answer>): Route => ({
    method: "GET",
    path,
    handle: guard(readSites, handle),
  });
  return [
    get("/v1.0/sites/:site", async (call) => {
      const site = siteResource(await siteOf(call, folder));
      return found(call, "sites/$entity", narrowed(site, call));
    }),
    get("/v1.0/sites/:site/lists", async (call) => {
      const site = await siteOf(call, folder);
      const lists = await Promise.all((await folder.listNames()).map((name) => folder.list(name)));
      const value = lists
        .filter((list) => list !== undefined)
        .map((list) => narrowed(listResource(site, list), call));
      return found(call, "sites/lists", { value });
    }),
    get("/v1.0/sites/:site/lists/:list", async (call) => {
      const site = await siteOf(call, folder);
      return found(
        call,
        "sites/lists/$entity",
        narrowed(listResource(site, await listOf(call, folder, site)), call),
      );
    }),
    get("/v1.0/sites/:site/lists/:list/items", async (call) => {
      const site = await siteOf(call, folder);
      return items(call, site, await listOf(call, folder, site));
    }),
    get("/v1.0/sites/:site/lists/:list/items/:item", async (call) => {
      const site = await siteOf(call, folder);
      return item(call, site, await listOf(call, folder, site));
    }),
  ];
}

async function siteOf(call: Call, folder: SiteFolder): Promise<SampleSite> {
  const site = await folder.site();
  const asked = param(call, "site").toLowerCase();
  const names = [site.id, site.id.split(",")[1]];
  if (names.some((name) => name?.toLowerCase() === asked)) return site;
  return refuse(call, 404, "itemNotFound", "Requested site could not be found");
}

async function listOf(call: Call, folder: SiteFolder, site: SampleSite): Promise<SampleList> {
  const asked = param(call, "list");
  const byId = (await folder.listNames()).find((name) => guidOf(site.id, name) === asked.toLowerCase());
  return (
    (await folder.list(byId ?? asked)) ??
    refuse(call, 404, "itemNotFound", "The specified list was not found")
  );
}

function items(call: Call, site: SampleSite, list: SampleList): Answer {
  const unknown = [...call.query.keys()].find((name) => name.startsWith("$") && !knownOptions.has(name));
  if (unknown !== undefined) refuse(call, 400, "invalidRequest", `The stand-in does not know ${unknown}`);
  const expansion = expansionOf(call);
  const test = conditionOf(call);
  const from = startOf(call);
  const size = sizeOf(call);
  const rows = list.rows.filter(test);
  const page = rows.slice(from, from + size);
  const value = page.map((row) => narrowedItem(call, itemResource(site, list, row, expansion)));
  const rest = from + size < rows.length ? { "@odata.nextLink": nextLink(call, page, from + size) } : {};
  return found(call, "sites/lists/items", { ...rest, value });
}

function item(call: Call, site: SampleSite, list: SampleList): Answer {
  const row = list.rows.find((one) => one.id === param(call, "item"));
  if (row === undefined) return itemNotFound(call);
  const etag = etagOf(list.name, row);
  // An ETag of SharePoint holds a comma, so the header cannot be split at commas.
  const known = call.headers["if-none-match"] ?? "";
  if (known.includes(etag) || known.trim() === "*") return { status: 304, headers: { etag } };
  // A single item always comes with its fields.
  const asked = expansionOf(call);
  const resource = itemResource(site, list, row, { ...asked, fields: true });
  const answer = found(call, "sites/lists/items/$entity", narrowedItem(call, resource));
  return { ...answer, headers: { etag } };
}

function expansionOf(call: Call): Expansion {
  const expansion = expansionFrom(call.query.get("$expand"));
  return expansion ?? refuse(call, 400, "invalidRequest", "Only fields can be expanded here");
}

/** Graph refuses to filter on a column without an index, unless the caller accepts the risk by this preference. */
function conditionOf(call: Call): Condition {
  const expression = call.query.get("$filter");
  if (expression === null) return () => true;
  const filter = filterFrom(expression) ?? refuse(call, 400, "invalidRequest", "Invalid filter clause");
  const accepts = String(call.headers["prefer"] ?? "").includes(
    "HonorNonIndexedQueriesWarningMayFailRandomly",
  );
  const column = filter.columns.find((name) => name !== "id");
  if (column !== undefined && !accepts) {
    const header = "Prefer: HonorNonIndexedQueriesWarningMayFailRandomly";
    refuse(call, 400, "invalidRequest", `Field '${column}' is not indexed. Provide the '${header}' header.`);
  }
  return filter.test;
}

function sizeOf(call: Call): number {
  const top = call.query.get("$top");
  if (top === null) return 200;
  if (!/^[1-9]\d{0,3}$/.test(top)) refuse(call, 400, "invalidRequest", "Invalid value for $top");
  return Number(top);
}

function startOf(call: Call): number {
  const token = call.query.get("$skiptoken");
  if (token === null) return 0;
  const position = /^Paged=TRUE&p_ID=[^&]*&start=(\d{1,9})$/.exec(Buffer.from(token, "base64url").toString());
  return position?.[1] === undefined
    ? refuse(call, 400, "invalidRequest", "Invalid $skiptoken")
    : Number(position[1]);
}

/** The link is opaque to the caller and repeats the options of the first call, as Graph's does. */
function nextLink(call: Call, page: readonly Row[], start: number): string {
  const query = new URLSearchParams(call.query);
  const token = `Paged=TRUE&p_ID=${page.at(-1)?.id ?? ""}&start=${start}`;
  query.set("$skiptoken", Buffer.from(token).toString("base64url"));
  return `${call.baseUrl}${call.path}?${query}`;
}

function narrowed(resource: object, call: Call): object {
  const names = selected(call.query);
  return names === undefined ? resource : pick(resource, names);
}

function narrowedItem(call: Call, resource: object): object {
  const names = selected(call.query);
  return names === undefined ? resource : pick(resource, [...names, "@odata.etag", "fields"]);
}
