import { createHash } from "node:crypto";
import type { FieldValueSet, List, ListItem, Site } from "@microsoft/microsoft-graph-types";
import type { Row, SampleSite } from "../site/schemas.ts";
import type { SampleList } from "../site/site-folder.ts";
import { pick } from "./answers.ts";

/** A stable GUID for a name, since files carry none. */
export function guidOf(...names: readonly string[]): string {
  const hex = createHash("sha256").update(names.join("\n")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** SharePoint's `"guid,version"`; here the version is made of the content, so that it changes with it. */
export function etagOf(list: string, row: Row): string {
  const version = createHash("sha256").update(JSON.stringify(row)).digest().readUInt32BE(0);
  return `"${guidOf(list, row.id)},${version}"`;
}

export function siteResource(site: SampleSite): Site {
  return { id: site.id, displayName: site.displayName, name: site.displayName, webUrl: site.webUrl };
}

export function listResource(site: SampleSite, list: SampleList): List {
  return {
    id: guidOf(site.id, list.name),
    name: list.name,
    displayName: list.name,
    webUrl: `${site.webUrl}/Lists/${encodeURIComponent(list.name)}`,
    lastModifiedDateTime: list.changed.toISOString(),
    list: { contentTypesEnabled: false, hidden: false, template: "genericList" },
  };
}

/** What `$expand` asks for: the fields, all or some of them. */
export interface Expansion {
  readonly fields: boolean;
  readonly columns: readonly string[] | undefined;
}

/** Reads `fields` and `fields($select=A,B)` (also with `;` and spaces); `undefined` for another expansion. */
export function expansionFrom(expression: string | null): Expansion | undefined {
  if (expression === null || expression === "") return { fields: false, columns: undefined };
  const found = /^fields(?:\(\s*\$select=([^;)]*)\s*;?\s*\))?$/i.exec(
    expression.replace(/^columns,\s*/i, ""),
  );
  if (found === null) return undefined;
  return { fields: true, columns: found[1]?.split(",").map((name) => name.trim()) };
}

export function itemResource(
  site: SampleSite,
  list: SampleList,
  row: Row,
  expansion: Expansion,
): ListItem & Record<string, unknown> {
  const etag = etagOf(list.name, row);
  const item = {
    "@odata.etag": etag,
    createdDateTime: list.changed.toISOString(),
    eTag: etag,
    id: row.id,
    lastModifiedDateTime: list.changed.toISOString(),
    webUrl: `${site.webUrl}/Lists/${encodeURIComponent(list.name)}/${row.id}_.000`,
    parentReference: { id: guidOf(site.id, list.name), siteId: site.id },
    contentType: { id: "0x0100", name: "Item" },
  };
  if (!expansion.fields) return item;
  const columns = { id: row.id, ...withoutEmpty(row.fields) };
  const shown = expansion.columns === undefined ? columns : pick(columns, expansion.columns);
  const fields: FieldValueSet & Record<string, unknown> = { "@odata.etag": etag, ...shown };
  return { ...item, fields };
}

/** SharePoint leaves a column out of the answer when it holds nothing. */
function withoutEmpty(fields: Row["fields"]): Row["fields"] {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  );
}
