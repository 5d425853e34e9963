import DOMPurify from "dompurify";

const allowedTags = [
  ...["p", "br", "strong", "b", "em", "i", "u", "s", "sub", "sup", "a", "hr", "blockquote"],
  ...["ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6"],
  ...["table", "caption", "thead", "tbody", "tr", "th", "td"],
];
const allowedAttributes = ["href", "lang", "colspan", "rowspan", "scope"];
/** Addresses on the web, mail, phone, and places in the tab itself. */
const allowedAddress = /^(?:https?:\/\/|mailto:|tel:|#\/)/i;

function leadOut(link: Element): void {
  const address = link.getAttribute("href");
  if (address === null || address.startsWith("#/")) return;
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener noreferrer");
}

/** An editor's heading stands under the section's own, whatever level was chosen in SharePoint. */
function underneath(heading: Element, level: number): void {
  const lower = document.createElement(`h${Math.min(level, 6)}`);
  lower.append(...heading.childNodes);
  heading.replaceWith(lower);
}

/**
 * Rich text that is safe to show, as nodes: it never becomes HTML text again, so
 * there is nothing that could be parsed a second time. DOMPurify parses it under
 * its own Trusted Types policy, named "dompurify".
 */
export function sanitised(html: string, headingLevel: number): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: allowedAttributes,
    ALLOWED_URI_REGEXP: allowedAddress,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of fragment.querySelectorAll("a")) leadOut(link);
  for (const heading of fragment.querySelectorAll("h1, h2, h3, h4, h5, h6"))
    underneath(heading, headingLevel);
  return fragment;
}
