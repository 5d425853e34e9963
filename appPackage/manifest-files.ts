import { AppManifestUtils, TeamsManifestConverter } from "@microsoft/app-manifest";
import { z } from "zod";
import { PackageFault } from "./package-fault.ts";

const placeholder = /\$\{\{\s*([A-Z0-9_]+)\s*\}\}/g;

/** The names in `${{NAME}}`, the notation of the Microsoft 365 Agents Toolkit. */
export function placeholdersOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(placeholder)].flatMap(([, name]) => name ?? []));
}

/** Fills the placeholders of a JSON text; a value is escaped, so that it stays inside its string. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  const unknown = [...placeholdersOf(text)].filter((name) => values[name] === undefined);
  if (unknown.length > 0) {
    throw new PackageFault(
      "unknown-placeholder",
      unknown.map((name) => `No setting fills \${{${name}}}`),
    );
  }
  return text.replaceAll(placeholder, (_, name: string) => JSON.stringify(values[name]).slice(1, -1));
}

const fileNames = z.object({
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
});

/** The files that a manifest asks for beside itself. */
export function filesNamedBy(manifest: string): { readonly icons: string[]; readonly languages: string[] } {
  const { icons, localizationInfo } = fileNames.parse(JSON.parse(manifest));
  return {
    icons: [icons.color, icons.outline],
    languages: localizationInfo.additionalLanguages.map(({ file }) => file),
  };
}

const withSchema = z.object({ $schema: z.string() });

/**
 * What Microsoft's own schema has against a manifest or a language file; nothing when it is accepted.
 * The schema is the one that the file names in `$schema`, from the copies bundled with the validator.
 */
export async function schemaProblems(json: string): Promise<readonly string[]> {
  const { $schema } = withSchema.parse(JSON.parse(json));
  const published = JSON.stringify(await AppManifestUtils.fetchSchema($schema));
  // The localization schemas hold a pattern with a bare `]`, which the validator's unicode mode refuses to compile.
  const compilable = published.replaceAll(String.raw`\\b]\\.`, String.raw`\\b\\]\\.`);
  return AppManifestUtils.validateAgainstSchema(
    TeamsManifestConverter.jsonToManifest(json),
    JSON.parse(compilable),
  );
}
