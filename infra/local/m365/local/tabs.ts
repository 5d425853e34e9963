import { readFile } from "node:fs/promises";
import { z } from "zod";

const manifestSchema = z.looseObject({
  name: z.looseObject({ short: z.string() }),
  staticTabs: z
    .array(
      z.looseObject({ entityId: z.string(), name: z.string().optional(), contentUrl: z.string().optional() }),
    )
    .default([]),
});

export interface AppOnScreen {
  readonly botName: string;
  readonly tabs: readonly { readonly entityId: string; readonly name: string; readonly path: string }[];
}

const fallback: AppOnScreen = {
  botName: "Integriteitskompas",
  tabs: [{ entityId: "home", name: "Integriteit", path: "/tab/" }],
};

/** The app as its Teams manifest describes it: its name, and its tabs without the host. */
export async function appOnScreen(manifestFile: string): Promise<AppOnScreen> {
  const manifest = await readManifest(manifestFile);
  if (manifest === undefined) return fallback;
  const tabs = manifest.staticTabs.flatMap(({ entityId, name, contentUrl }) =>
    contentUrl === undefined
      ? []
      : [{ entityId, name: name ?? entityId, path: contentUrl.replace(/^https?:\/\/[^/]+/, "") }],
  );
  return { botName: manifest.name.short, tabs: tabs.length === 0 ? fallback.tabs : tabs };
}

async function readManifest(file: string): Promise<z.infer<typeof manifestSchema> | undefined> {
  try {
    const read = manifestSchema.safeParse(JSON.parse(await readFile(file, "utf8")));
    return read.success ? read.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
