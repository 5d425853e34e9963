import { readFile } from "node:fs/promises";
import { type Zippable, zipSync } from "fflate";
import { filesNamedBy, fillPlaceholders, schemaProblems } from "./manifest-files.ts";
import { PackageFault } from "./package-fault.ts";
import type { PackageSettings } from "./package-settings.ts";

async function refuseIfInvalid(name: string, json: string): Promise<void> {
  const problems = await schemaProblems(json);
  if (problems.length > 0) {
    throw new PackageFault(
      "refused-manifest",
      problems.map((problem) => `${name}: ${problem.trim()}`),
    );
  }
}

/** The zip to upload to Teams: the manifest, its icons and its languages, the same bytes for the same settings. */
export async function buildPackage(settings: PackageSettings, folder: URL): Promise<Uint8Array> {
  const manifest = fillPlaceholders(await readFile(new URL("manifest.json", folder), "utf8"), settings);
  await refuseIfInvalid("manifest.json", manifest);
  const { icons, languages } = filesNamedBy(manifest);
  const files: Zippable = { "manifest.json": Buffer.from(manifest) };
  for (const name of icons) files[name] = await readFile(new URL(name, folder));
  for (const name of languages) {
    const text = await readFile(new URL(name, folder), "utf8");
    await refuseIfInvalid(name, text);
    files[name] = Buffer.from(text);
  }
  // A zip keeps local time: this local midnight gives the same bytes in every time zone.
  return zipSync(files, { level: 9, mtime: new Date(2000, 0, 1) });
}
