import { useSyncExternalStore } from "react";
import { type Language, languages } from "../src/base/language.ts";
import { type RoleId, roleIds, type TopicId, topicIds } from "../src/base/vocabulary.ts";
import type { DocumentId } from "../src/content/model.ts";

/** What the directory is narrowed to; kept in the address, so that it can be shared and gone back to. */
export interface DirectoryWish {
  readonly search?: string;
  readonly role?: RoleId;
  readonly topic?: TopicId;
  readonly language?: Language;
}

/** Where one is. A section is a key that may not exist (any more). */
export type Route =
  | { readonly page: "home" }
  | { readonly page: "document"; readonly document: DocumentId; readonly section: string | undefined }
  | { readonly page: "people"; readonly wish: DirectoryWish }
  | { readonly page: "help" };

const documentPaths = { nota: "visienota", visienota: "visienota", code: "code" } as const;
const pathOfDocument: Readonly<Record<DocumentId, string>> = { visienota: "nota", code: "code" };

function oneOf<Word extends string>(words: readonly Word[], value: string | null): Word | undefined {
  return words.find((word) => word === value);
}

function wishOf(query: URLSearchParams): DirectoryWish {
  const search = query.get("zoek")?.slice(0, 80);
  const role = oneOf(roleIds, query.get("rol"));
  const topic = oneOf(topicIds, query.get("onderwerp"));
  const language = oneOf(languages, query.get("taal"));
  return {
    ...(search ? { search } : {}),
    ...(role ? { role } : {}),
    ...(topic ? { topic } : {}),
    ...(language ? { language } : {}),
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Reads "#/nota/geschenken", or the same without "#/" as Teams hands it in a deep link. */
export function routeOf(address: string): Route {
  const [path = "", query = ""] = address.replace(/^#?\/?/, "").split("?");
  const [page = "", section = ""] = path.split("/").map(decoded);
  if (page === "nota" || page === "visienota" || page === "code")
    return { page: "document", document: documentPaths[page], section: section || undefined };
  if (page === "wie" || page === "people")
    return { page: "people", wish: wishOf(new URLSearchParams(query)) };
  if (page === "hulp" || page === "help") return { page: "help" };
  return { page: "home" };
}

export function hashOf(route: Route): string {
  switch (route.page) {
    case "home":
      return "#/";
    case "help":
      return "#/hulp";
    case "document": {
      const path = pathOfDocument[route.document];
      return route.section === undefined ? `#/${path}` : `#/${path}/${encodeURIComponent(route.section)}`;
    }
    case "people": {
      const query = new URLSearchParams();
      if (route.wish.search) query.set("zoek", route.wish.search);
      if (route.wish.role) query.set("rol", route.wish.role);
      if (route.wish.topic) query.set("onderwerp", route.wish.topic);
      if (route.wish.language) query.set("taal", route.wish.language);
      const text = query.toString();
      return text === "" ? "#/wie" : `#/wie?${text}`;
    }
  }
}

function subscribe(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}

/** The address as it is now; follows back, forward and links. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash);
}

/** A small change of the same page, such as a letter typed in a search: no new step in the history. */
export function replaceRoute(route: Route): void {
  history.replaceState(null, "", hashOf(route));
  dispatchEvent(new HashChangeEvent("hashchange"));
}
