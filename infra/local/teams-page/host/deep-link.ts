import { z } from "zod";

export type DeepLink =
  | { readonly kind: "page"; readonly entityId: string; readonly page: string }
  | { readonly kind: "chat"; readonly users: readonly string[]; readonly message: string }
  | { readonly kind: "outside"; readonly url: string };

const hosts = ["teams.microsoft.com", "teams.cloud.microsoft"];

const contextSchema = z.object({
  subEntityId: z.string().nullish(),
  subPageId: z.string().nullish(),
});

function pageOf(context: string | null): string {
  try {
    const parsed = contextSchema.safeParse(JSON.parse(context ?? "{}"));
    return parsed.success ? (parsed.data.subPageId ?? parsed.data.subEntityId ?? "") : "";
  } catch {
    // Teams opens the page itself when the context of a link is unreadable.
    return "";
  }
}

/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-links */
export function parseDeepLink(raw: string): DeepLink | undefined {
  if (!URL.canParse(raw)) {
    return undefined;
  }
  const url = new URL(raw);
  const [, area, kind, , entityId] = url.pathname.split("/");
  if (hosts.includes(url.hostname) && area === "l" && kind === "entity" && entityId) {
    return {
      kind: "page",
      entityId: decodeURIComponent(entityId),
      page: pageOf(url.searchParams.get("context")),
    };
  }
  if (hosts.includes(url.hostname) && area === "l" && kind === "chat") {
    const users = (url.searchParams.get("users") ?? "").split(",").filter((user) => user !== "");
    return { kind: "chat", users, message: url.searchParams.get("message") ?? "" };
  }
  return ["https:", "http:", "mailto:", "tel:"].includes(url.protocol)
    ? { kind: "outside", url: raw }
    : undefined;
}
