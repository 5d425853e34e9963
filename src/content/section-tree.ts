import type { DocumentId, Section } from "./model.ts";

/** A section with those that stand under it, in the editor's order. */
export interface SectionNode {
  readonly section: Section;
  readonly children: readonly SectionNode[];
}

/** The chapters of a document. Every section of it is in the tree once, whatever its parents say. */
export function sectionTree(sections: readonly Section[], document: DocumentId): readonly SectionNode[] {
  const own = sections.filter((section) => section.document === document);
  const keys = new Set(own.map((section) => section.key));
  const placed = new Set<Section>();

  function grow(section: Section): SectionNode {
    placed.add(section);
    const children = own.filter(
      (candidate) => candidate.parent === section.key && !placed.has(candidate) && candidate !== section,
    );
    return { section, children: children.map(grow) };
  }

  const roots = own.filter((section) => section.parent === undefined || !keys.has(section.parent));
  const tree = roots.map(grow);
  // What is left hangs in a circle: show it all the same.
  for (const section of own) if (!placed.has(section)) tree.push(grow(section));
  return tree;
}

/** The tree as one reads it, top to bottom; `depth` 0 is a chapter. */
export function readingOrder(
  tree: readonly SectionNode[],
  depth = 0,
): readonly { readonly section: Section; readonly depth: number }[] {
  return tree.flatMap((node) => [
    { section: node.section, depth },
    ...readingOrder(node.children, depth + 1),
  ]);
}
