import { date, key, number, richText, text, wordOf } from "./columns.ts";
import type { GraphReader } from "./graph-reader.ts";
import { type ListItem, readItems } from "./list-items.ts";
import { lists } from "./lists.ts";
import { type ContentProblem, documentIds, type Section } from "./model.ts";
import { inOrder, type ListReading, type Row, readRows } from "./row.ts";

interface SectionRow {
  readonly itemId: string;
  readonly section: Section;
}

const documentId = wordOf(documentIds);

function readSection(row: Row, item: ListItem): SectionRow {
  return {
    itemId: item.id,
    section: {
      document: row.need("Document", documentId, "visienota"),
      key: row.need("Sleutel", key, ""),
      parent: row.want("Onder", key),
      order: row.want("Volgorde", number) ?? Number.MAX_SAFE_INTEGER,
      title: row.localized(row.need("Title", text, ""), "Titel", text),
      html: row.localized(row.want("Tekst", richText) ?? "", "Tekst", richText),
      principle: row.want("Principe", key),
      lastReviewed: row.want("LaatstNagekeken", date),
    },
  };
}

function placeOf(section: Section): string {
  return `${section.document}/${section.key}`;
}

/** The section above is not there, or following `Onder` upward comes back here. */
function hangsLoose(section: Section, byPlace: ReadonlyMap<string, Section>): boolean {
  const seen = new Set<Section>();
  let current: Section | undefined = section;
  while (current?.parent !== undefined && !seen.has(current)) {
    seen.add(current);
    const parent: Section | undefined = byPlace.get(`${section.document}/${current.parent}`);
    if (parent === section || (parent === undefined && current === section)) return true;
    current = parent;
  }
  return false;
}

/** Sections whose parent does not exist become chapters, so that no text is lost. */
function rooted(rows: readonly SectionRow[]): ListReading<Section> {
  const byPlace = new Map(rows.map((row) => [placeOf(row.section), row.section]));
  const parents = new Set(rows.map((row) => `${row.section.document}/${row.section.parent ?? ""}`));
  const problems: ContentProblem[] = [];
  const sections = rows.map(({ itemId, section }) => {
    const lost = hangsLoose(section, byPlace);
    const columns = [
      ...(lost ? ["Onder"] : []),
      ...(section.html.nl === "" && !parents.has(placeOf(section)) ? ["Tekst"] : []),
    ];
    if (columns.length > 0)
      problems.push({
        kind: "incomplete",
        list: lists.sections.name,
        itemId,
        title: section.title.nl,
        columns,
      });
    return lost ? { ...section, parent: undefined } : section;
  });
  return { rows: sections, problems };
}

export async function readSections(graph: GraphReader, site: string): Promise<ListReading<Section>> {
  const reading = readRows(await readItems(graph, site, lists.sections), {
    list: lists.sections.name,
    read: readSection,
    keyOf: ({ section }) => placeOf(section),
    keyColumns: ["Document", "Sleutel"],
  });
  const whole = rooted(reading.rows);
  return { rows: inOrder(whole.rows), problems: [...reading.problems, ...whole.problems] };
}
