import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { Answer, Call } from "../http/call.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".json": "application/json",
  ".map": "application/json",
  ".woff2": "font/woff2",
};

/** The built local Teams page. Names under `assets/` carry a hash and never change. */
export async function pageFile(call: Call, folder: string): Promise<Answer> {
  if (call.method !== "GET" && call.method !== "HEAD") return { status: 405, headers: { allow: "GET" } };
  const path = normalize(decodeURI(call.path)).replace(/^(\.\.(\/|$))+/, "");
  const file = extname(path) === "" ? undefined : await readIfThere(join(folder, path));
  if (file !== undefined) return fileAnswer(path, file);
  if (extname(path) !== "") return { status: 404, body: { error: "No such file." } };
  const index = await readIfThere(join(folder, "index.html"));
  return index === undefined ? notBuilt() : fileAnswer("/index.html", index);
}

function fileAnswer(path: string, body: Uint8Array): Answer {
  const isHashed = path.startsWith("/assets/");
  return {
    status: 200,
    headers: {
      "content-type": types[extname(path)] ?? "application/octet-stream",
      "cache-control": isHashed ? "public, max-age=31536000, immutable" : "no-cache",
      "x-content-type-options": "nosniff",
    },
    body,
  };
}

function notBuilt(): Answer {
  return {
    status: 503,
    body: "The local Teams page is not built yet. Run `npm start`, or `npm run build` and reload.\n",
  };
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (
      error instanceof Error &&
      "code" in error &&
      ["ENOENT", "EISDIR", "ENOTDIR"].includes(String(error.code))
    ) {
      return undefined;
    }
    throw error;
  }
}
