/**
 * The markdown that Teams shows in a bot's text and in a TextBlock: emphasis, links, lists, code. Everything
 * else stays text, markup included. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export type Inline =
  | { readonly kind: "text" | "code" | "mention"; readonly text: string }
  | { readonly kind: "strong" | "emphasis" | "strike"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: "break" };

export type Block =
  | { readonly kind: "paragraph" | "heading" | "quote"; readonly children: readonly Inline[] }
  | { readonly kind: "pre"; readonly text: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

const inlineRules: readonly { pattern: RegExp; make: (found: RegExpExecArray) => Inline | undefined }[] = [
  { pattern: /`([^`\n]+)`/, make: (found) => ({ kind: "code", text: found[1] ?? "" }) },
  {
    pattern: /\[([^\]\n]+)\]\(\s*([^)\s]+)\s*\)/,
    make: (found) => {
      const href = safeHref(found[2] ?? "");
      return href === undefined
        ? undefined
        : { kind: "link", href, children: parseInline(found[1] ?? "", false) };
    },
  },
  {
    pattern: /<at[^>]*>([^<]*)<\/at>/,
    make: (found) => ({ kind: "mention", text: found[1] ?? "" }),
  },
  {
    pattern: /\*\*(?=\S)([^\n]*?\S)\*\*|__(?=\S)([^\n]*?\S)__/,
    make: (found) => ({ kind: "strong", children: parseInline(found[1] ?? found[2] ?? "") }),
  },
  {
    pattern: /(?<![*\w])\*(?=[^\s*])([^*\n]*?[^\s*])\*(?!\w)|(?<![\w_])_(?=[^\s_])([^_\n]*?[^\s_])_(?!\w)/,
    make: (found) => ({ kind: "emphasis", children: parseInline(found[1] ?? found[2] ?? "") }),
  },
  {
    pattern: /~~(?=\S)([^\n]*?\S)~~/,
    make: (found) => ({ kind: "strike", children: parseInline(found[1] ?? "") }),
  },
  {
    pattern: /https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?]/,
    make: (found) => {
      const href = safeHref(found[0]);
      return href === undefined
        ? undefined
        : { kind: "link", href, children: [{ kind: "text", text: found[0] }] };
    },
  },
  { pattern: /\n/, make: () => ({ kind: "break" }) },
];

/** Only addresses that a chat client opens; anything else (javascript:, data:) stays text. */
export function safeHref(raw: string): string | undefined {
  if (!URL.canParse(raw)) {
    return undefined;
  }
  return ["https:", "http:", "mailto:", "tel:"].includes(new URL(raw).protocol) ? raw : undefined;
}

export function parseInline(source: string, links = true): readonly Inline[] {
  let first: { at: number; length: number; inline: Inline } | undefined;
  for (const rule of inlineRules) {
    const found = rule.pattern.exec(source);
    if (found === null || (first !== undefined && found.index >= first.at)) {
      continue;
    }
    const inline = rule.make(found);
    if (inline !== undefined && (links || inline.kind !== "link")) {
      first = { at: found.index, length: found[0].length, inline };
    }
  }
  if (first === undefined) {
    return source === "" ? [] : [{ kind: "text", text: source }];
  }
  const before = source.slice(0, first.at);
  return [
    ...(before === "" ? [] : [{ kind: "text", text: before } as const]),
    first.inline,
    ...parseInline(source.slice(first.at + first.length), links),
  ];
}

/** What people type: Teams marks mentions in it, the rest is text. */
export function parseMentions(source: string): readonly Inline[] {
  return source.split(/(<at[^>]*>[^<]*<\/at>)/).map((part): Inline => {
    const name = /^<at[^>]*>([^<]*)<\/at>$/.exec(part)?.[1];
    return name === undefined ? { kind: "text", text: part } : { kind: "mention", text: name };
  });
}

const bullet = /^\s*[-*+]\s+(.*)$/;
const numbered = /^\s*\d+[.)]\s+(.*)$/;
const heading = /^#{1,6}\s+(.*)$/;
const quote = /^>\s?(.*)$/;

function takeList(lines: readonly string[], pattern: RegExp): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const found = pattern.exec(line);
    if (found === null) {
      break;
    }
    items.push(found[1] ?? "");
  }
  return items;
}

export function parseMarkdown(source: string): readonly Block[] {
  const lines = source.replaceAll("\r\n", "\n").split("\n");
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const closeParagraph = () => {
    if (paragraph.length > 0) {
      blocks.push({ kind: "paragraph", children: parseInline(paragraph.join("\n")) });
      paragraph = [];
    }
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const rest = lines.slice(at);
    const list = [bullet, numbered].find((pattern) => pattern.test(line));
    const single = heading.exec(line) ?? quote.exec(line);
    if (line.startsWith("```")) {
      closeParagraph();
      const end = rest.findIndex((other, index) => index > 0 && other.startsWith("```"));
      const length = end === -1 ? rest.length : end;
      blocks.push({ kind: "pre", text: rest.slice(1, length).join("\n") });
      at += length;
    } else if (list !== undefined) {
      closeParagraph();
      const items = takeList(rest, list);
      blocks.push({
        kind: "list",
        ordered: list === numbered,
        items: items.map((item) => parseInline(item)),
      });
      at += items.length - 1;
    } else if (single !== null) {
      closeParagraph();
      const kind = line.startsWith("#") ? "heading" : "quote";
      blocks.push({ kind, children: parseInline(single[1] ?? "") });
    } else if (line.trim() === "") {
      closeParagraph();
    } else {
      paragraph.push(line);
    }
  }
  closeParagraph();
  return blocks;
}
