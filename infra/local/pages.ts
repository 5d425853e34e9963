import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { Fault } from "../../src/base/fault.ts";

/** A page that Vite builds, and all that its result depends on. */
export interface Page {
  readonly name: string;
  readonly sources: string;
  readonly output: string;
  readonly dependsOn: readonly string[];
}

export const pages: readonly Page[] = [
  {
    name: "tab",
    sources: "tab",
    output: "dist/tab",
    dependsOn: ["tab", "src", "package-lock.json"],
  },
  {
    name: "local Teams page",
    sources: "infra/local/teams-page",
    output: "dist/teams-page",
    dependsOn: ["infra/local/teams-page", "src", "package-lock.json"],
  },
];

export class BuildFault extends Fault<"build-failed"> {
  constructor(page: Page, output: string) {
    super("build-failed", `The ${page.name} could not be built:\n${output.trim()}`);
  }
}

/** Builds what is missing or older than its sources, side by side. Skips a page without sources. */
export async function buildStalePages(
  root: string,
  say: (line: string) => void,
  stop: AbortSignal,
): Promise<void> {
  const stale = [];
  for (const page of pages) {
    if (!existsSync(join(root, page.sources, "vite.config.ts"))) continue;
    const print = await fingerprint(root, page);
    if (print !== (await builtFrom(root, page))) stale.push({ page, print });
  }
  if (stale.length === 0) return;
  say(
    `Building the ${stale.map(({ page }) => page.name).join(" and the ")} (only when their sources changed) ...`,
  );
  await Promise.all(
    stale.map(async ({ page, print }) => {
      await build(root, page, stop);
      if (!stop.aborted) await writeFile(markOf(root, page), print);
    }),
  );
}

/** Beside the output, since Vite empties its folder. */
function markOf(root: string, page: Page): string {
  return join(root, `${page.output}.built-from`);
}

async function builtFrom(root: string, page: Page): Promise<string | undefined> {
  const mark = markOf(root, page);
  if (!existsSync(mark) || !existsSync(join(root, page.output, "index.html"))) return undefined;
  return readFile(mark, "utf8");
}

async function fingerprint(root: string, page: Page): Promise<string> {
  const hash = createHash("sha256");
  for (const path of page.dependsOn) {
    for (const file of await filesUnder(root, path))
      hash.update(file).update(await readFile(join(root, file)));
  }
  return hash.digest("hex");
}

async function filesUnder(root: string, path: string): Promise<readonly string[]> {
  if (!existsSync(join(root, path))) return [];
  if (path.endsWith(".json")) return [path];
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes("/.tsc/"))
    .sort();
}

/** Resolves early when told to stop. */
function build(root: string, page: Page, stop: AbortSignal): Promise<void> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const child = spawn(process.execPath, [vite, "build", page.sources, "--logLevel", "warn"], {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    signal: stop,
  });
  let output = "";
  child.stdout.on("data", (part: Buffer) => {
    output += part.toString();
  });
  child.stderr.on("data", (part: Buffer) => {
    output += part.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error) => (stop.aborted ? resolve() : reject(error)));
    child.once("close", (code) =>
      code === 0 || stop.aborted ? resolve() : reject(new BuildFault(page, output)),
    );
  });
}
