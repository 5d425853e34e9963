import { describe, expect, test } from "vitest";
import { cardMarkdown } from "../../../infra/local/teams-page/cards/markdown-html.ts";
import { parseMentions, safeHref } from "../../../infra/local/teams-page/chat/markdown.ts";

describe("markdown in a card", () => {
  test.for([
    ["**vet** en *schuin* en _schuin_", "<p><strong>vet</strong> en <em>schuin</em> en <em>schuin</em></p>"],
    ["snake_case_name stays", "<p>snake_case_name stays</p>"],
    ["3 * 4 * 5", "<p>3 * 4 * 5</p>"],
    ["- een\n- twee", "<ul><li>een</li><li>twee</li></ul>"],
    ["1. een\n2. twee\n\nna", "<ol><li>een</li><li>twee</li></ol><p>na</p>"],
    ["een\ntwee\n\ndrie", "<p>een<br>twee</p><p>drie</p>"],
    ["`a<b`", "<p><code>a&lt;b</code></p>"],
    ["# Kop", "<p><strong>Kop</strong></p>"],
  ] as const)("%j", ([source, html]) => {
    expect(cardMarkdown(source)).toBe(html);
  });

  test("a link keeps its address, and only addresses that a chat opens become links", () => {
    expect(cardMarkdown("[lees](https://x.example/a?b=1&c=2)")).toBe(
      '<p><a href="https://x.example/a?b=1&amp;c=2" rel="noreferrer noopener">lees</a></p>',
    );
    expect(cardMarkdown("[klik](javascript:alert(1))")).not.toContain("<a");
    expect(safeHref("data:text/html,x")).toBeUndefined();
    expect(safeHref("tel:112")).toBe("tel:112");
  });

  test.for([
    "<img src=x onerror=alert(1)>",
    "**<script>alert(1)</script>**",
    '[x](https://a.example/"onmouseover="alert(1))',
    "[<b>x</b>](https://a.example)",
    "- <svg onload=alert(1)>",
    "```\n<iframe>\n```",
  ])("markup stays text: %j", (source) => {
    const html = cardMarkdown(source);
    const tags = [...html.matchAll(/<\/?([a-z]+)([^>]*)>/g)];
    const known = ["p", "br", "strong", "em", "s", "code", "pre", "ul", "ol", "li", "a"];
    expect(tags.map(([, name]) => name).filter((name) => !known.includes(name ?? ""))).toEqual([]);
    expect(
      tags.map(([, , rest]) => rest ?? "").filter((rest) => /\son\w+=/.test(rest.replaceAll(/"[^"]*"/g, ""))),
    ).toEqual([]);
  });

  test("a mention in what somebody typed is a mention, the rest stays as typed", () => {
    expect(parseMentions("<at>Kompas</at> *dag*")).toEqual([
      { kind: "text", text: "" },
      { kind: "mention", text: "Kompas" },
      { kind: "text", text: " *dag*" },
    ]);
  });
});
