import type { Localized } from "../base/language.ts";
import { roleIds, topicIds } from "../base/vocabulary.ts";
import {
  boolean,
  date,
  email,
  languageList,
  memberId,
  number,
  phone,
  text,
  website,
  wordOf,
  wordsOf,
} from "./columns.ts";
import { fold } from "./fold.ts";
import type { GraphReader } from "./graph-reader.ts";
import { type ListItem, readItems } from "./list-items.ts";
import { lists } from "./lists.ts";
import type { Actor } from "./model.ts";
import { inOrder, type ListReading, type Row, readRows } from "./row.ts";

const kind = wordOf(["persoon", "dienst"]);
const role = wordOf(roleIds);
const topics = wordsOf(topicIds);

function introductionOf(row: Row): Localized | undefined {
  const nl = row.want("Toelichting", text);
  return nl === undefined || nl === "" ? undefined : row.localized(nl, "Toelichting", text);
}

function readActor(row: Row, item: ListItem): Actor {
  const isPerson = row.need("Soort", kind, "dienst") === "persoon";
  return {
    id: item.id,
    kind: isPerson ? "person" : "service",
    name: row.need("Title", text, ""),
    role: row.need("Rol", role, "extern"),
    entity: row.want("Entiteit", text) ?? "",
    site: row.want("Locatie", text),
    external: row.want("Extern", boolean) ?? false,
    languages: row.want("Talen", languageList) ?? [],
    topics: row.want("Onderwerpen", topics) ?? [],
    phone: row.want("Telefoon", phone),
    email: row.want("Email", email),
    website: row.want("Website", website),
    account: isPerson ? row.want("Account", email) : undefined,
    memberId: isPerson ? row.want("EntraObjectId", memberId) : undefined,
    introduction: introductionOf(row),
    // A term that we cannot read may have ended: rather nobody than somebody who has left.
    activeFrom: row.sure("ActiefVan", date),
    activeUntil: row.sure("ActiefTot", date),
    order: row.want("Volgorde", number) ?? Number.MAX_SAFE_INTEGER,
  };
}

/** One person may hold several roles, in a row each. */
function keyOf(actor: Actor): string {
  const who = actor.memberId ?? `${fold(actor.name)} | ${fold(actor.entity)} | ${fold(actor.site ?? "")}`;
  return `${actor.role} | ${who} | ${actor.activeFrom ?? ""}`;
}

export async function readActors(graph: GraphReader, site: string): Promise<ListReading<Actor>> {
  const reading = readRows(await readItems(graph, site, lists.actors), {
    list: lists.actors.name,
    read: readActor,
    keyOf,
    keyColumns: ["Title", "Rol"],
  });
  return { rows: inOrder(reading.rows), problems: reading.problems };
}
