import type { ReactNode } from "react";
import { type Block, type Inline, parseMarkdown, parseMentions } from "./markdown.ts";

function keyed<T>(parts: readonly T[], show: (part: T) => ReactNode): ReactNode {
  // The text of a message is parsed as a whole each time, so a part has no identity beside its place.
  return parts.map((part, place) => {
    const key = `${place}`;
    return <Part key={key}>{show(part)}</Part>;
  });
}

function Part({ children }: { children: ReactNode }) {
  return children;
}

function showInline(inline: Inline): ReactNode {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "break":
      return <br />;
    case "code":
      return <code>{inline.text}</code>;
    case "mention":
      return <span className="chat-mention">{inline.text}</span>;
    case "strong":
      return <strong>{keyed(inline.children, showInline)}</strong>;
    case "emphasis":
      return <em>{keyed(inline.children, showInline)}</em>;
    case "strike":
      return <s>{keyed(inline.children, showInline)}</s>;
    case "link":
      return (
        <a href={inline.href} target="_blank" rel="noreferrer noopener">
          {keyed(inline.children, showInline)}
        </a>
      );
  }
}

function showBlock(block: Block): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <p>{keyed(block.children, showInline)}</p>;
    case "heading":
      return (
        <p>
          <strong>{keyed(block.children, showInline)}</strong>
        </p>
      );
    case "quote":
      return <blockquote>{keyed(block.children, showInline)}</blockquote>;
    case "pre":
      return <pre>{block.text}</pre>;
    case "list": {
      const items = keyed(block.items, (item) => <li>{keyed(item, showInline)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

/** A message's text: markdown as Teams shows it, or, for `plain`, every character as typed but mentions. */
export function RichText({ text, format }: { text: string; format: string }) {
  if (format === "plain") {
    return <p className="chat-plain">{keyed(parseMentions(text), showInline)}</p>;
  }
  return keyed(parseMarkdown(text), showBlock);
}
