import { type Block, type Inline, parseMarkdown } from "../chat/markdown.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}

function inlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "mention":
      return escaped(inline.text);
    case "code":
      return `<code>${escaped(inline.text)}</code>`;
    case "break":
      return "<br>";
    case "strong":
      return `<strong>${inlines(inline.children)}</strong>`;
    case "emphasis":
      return `<em>${inlines(inline.children)}</em>`;
    case "strike":
      return `<s>${inlines(inline.children)}</s>`;
    case "link":
      return `<a href="${escaped(inline.href)}" rel="noreferrer noopener">${inlines(inline.children)}</a>`;
  }
}

const inlines = (parts: readonly Inline[]): string => parts.map(inlineHtml).join("");

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "quote":
      return `<p>${inlines(block.children)}</p>`;
    case "heading":
      return `<p><strong>${inlines(block.children)}</strong></p>`;
    case "pre":
      return `<pre>${escaped(block.text)}</pre>`;
    case "list": {
      const items = block.items.map((item) => `<li>${inlines(item)}</li>`).join("");
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    }
  }
}

/** `adaptivecards` sets this as innerHTML: only tags written above, all text escaped. */
export function cardMarkdown(source: string): string {
  return parseMarkdown(source).map(blockHtml).join("");
}
