const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  euro: "€",
  laquo: "«",
  raquo: "»",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  middot: "·",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  euml: "ë",
  agrave: "à",
  ccedil: "ç",
  iuml: "ï",
  ouml: "ö",
  uuml: "ü",
  auml: "ä",
  szlig: "ß",
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** What one reads when the markup is gone: a line per block, nothing of scripts or styles. For search and short extracts, never to be put back as HTML. */
export function plainText(html: string): string {
  const bare = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/\s+/g, " ")
    .replace(/<(?:br|\/(?:p|div|li|h[1-6]|tr|ul|ol|blockquote|table))\b[^>]*>/gi, "\n")
    .replace(/<li\b[^>]*>/gi, "– ")
    .replace(/<\/?[a-z][^<>]*>/gi, "");
  return decodeEntities(bare)
    .replace(/[\u200B\uFEFF]/g, "")
    .split("\n")
    .map((line) => line.replace(/[^\S\n]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

const wrapper = /^<div class="ExternalClass[0-9A-F]*"[^>]*>([\s\S]*)<\/div>$/i;

/** Rich text without the envelope that SharePoint puts round it; empty when there is nothing to read in it. */
export function unwrapRichText(html: string): string {
  let inner = html.replace(/[\u200B\uFEFF]|&#8203;/g, "").trim();
  for (let match = wrapper.exec(inner); match !== null; match = wrapper.exec(inner))
    inner = (match[1] ?? "").trim();
  return plainText(inner) === "" && !/<(?:img|hr|table)\b/i.test(inner) ? "" : inner;
}
