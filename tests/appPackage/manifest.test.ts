import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  filesNamedBy,
  fillPlaceholders,
  placeholdersOf,
  schemaProblems,
} from "../../appPackage/manifest-files.ts";
import { sampleSettings, settingNames } from "../../appPackage/package-settings.ts";

const folder = new URL("../../appPackage/", import.meta.url);
const read = (name: string) => readFile(new URL(name, folder), "utf8");
const template = await read("manifest.json");
const filled = fillPlaceholders(template, sampleSettings);

const manifest = z
  .object({
    version: z.string(),
    manifestVersion: z.string(),
    permissions: z.unknown().optional(),
    devicePermissions: z.unknown().optional(),
    authorization: z.unknown().optional(),
    validDomains: z.array(z.string()),
    defaultInstallScope: z.string(),
    bots: z.tuple([z.object({ scopes: z.array(z.string()) })]),
    staticTabs: z.array(z.object({ entityId: z.string(), contentUrl: z.string().optional() })),
  })
  .parse(JSON.parse(filled));

describe("the manifest", () => {
  test("is accepted by Microsoft's own schema once its placeholders are filled", async () => {
    expect(await schemaProblems(filled)).toEqual([]);
  });

  test("is refused by that schema when a tab has an address that is none", async () => {
    const broken = filled.replaceAll(
      "https://kompas.pzvoorbeeld.example/tab/",
      "kompas.pzvoorbeeld.example/tab/",
    );
    expect(await schemaProblems(broken)).not.toEqual([]);
  });

  test("carries the version of package.json", async () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(await read("../package.json")));
    expect(manifest.version).toBe(version);
  });

  test("has a placeholder for every setting, and a setting for every placeholder", () => {
    expect([...placeholdersOf(template)].sort()).toEqual([...settingNames].sort());
    expect(placeholdersOf(filled)).toEqual(new Set());
  });

  test("asks for no permission and opens no domain but that of the tab", () => {
    expect(manifest.permissions).toBeUndefined();
    expect(manifest.devicePermissions).toBeUndefined();
    expect(manifest.authorization).toBeUndefined();
    expect(manifest.validDomains).toEqual([sampleSettings.TAB_DOMAIN]);
  });

  test("installs for oneself, and lets the bot speak in teams and group chats too", () => {
    expect(manifest.defaultInstallScope).toBe("personal");
    expect(manifest.bots[0].scopes).toEqual(["personal", "team", "groupChat"]);
  });

  test("opens on the chat, and gives its one tab the theme and the language from Teams", () => {
    expect(manifest.staticTabs[0]?.entityId).toBe("conversations");
    const addresses = manifest.staticTabs.flatMap(({ contentUrl }) => contentUrl ?? []);
    // The tab has a navigation of its own; Teams' tabs above it would be the same choice twice.
    expect(addresses).toHaveLength(1);
    for (const address of addresses) {
      const { origin, pathname, searchParams } = new URL(address);
      expect(`${origin}${pathname}`).toBe(`https://${sampleSettings.TAB_DOMAIN}/tab/`);
      expect(Object.fromEntries(searchParams)).toEqual({ theme: "{app.theme}", locale: "{app.locale}" });
    }
  });
});

describe("a value put in a placeholder", () => {
  const hole = (name: string) => `\${{${name}}}`;

  test("stays inside its string, whatever it holds", () => {
    const name = 'Zone "Noord" \\ $& Zuid';
    const json = fillPlaceholders(`{ "name": "${hole("DEVELOPER_NAME")}" }`, { DEVELOPER_NAME: name });
    expect(JSON.parse(json)).toEqual({ name });
  });

  test("is missed by name when nobody gives it", () => {
    expect(() =>
      fillPlaceholders(hole("TAB_DOMAIN") + hole("TAB_PORT"), { TAB_DOMAIN: "a.example" }),
    ).toThrow(/^No setting fills \$\{\{TAB_PORT\}\}$/);
  });
});

describe("the files beside the manifest", () => {
  test("are named by it: two icons and three languages", () => {
    expect(filesNamedBy(filled)).toEqual({
      icons: ["color.png", "outline.png"],
      languages: ["fr.json", "de.json", "en.json"],
    });
  });
});
