import { access, readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { settingNames } from "../../appPackage/package-settings.ts";

const root = new URL("../../", import.meta.url);
const read = (name: string) => readFile(new URL(name, root), "utf8");

const step = z.strictObject({
  uses: z.string(),
  with: z.record(z.string(), z.string()),
  writeToEnvironmentFile: z.record(z.string(), z.string()).optional(),
});
const project = z
  .strictObject({
    version: z.literal("v1.9"),
    environmentFolderPath: z.string(),
    provision: z.array(step),
    publish: z.array(step),
  })
  .parse(parse(await read("teamsapp.yml")));

describe("teamsapp.yml", () => {
  test("creates, checks, packages and updates the app, and publishes it", () => {
    const make = ["validateManifest", "zipAppPackage", "validateAppPackage", "update"];
    const names = (steps: typeof project.provision) => steps.map(({ uses }) => uses.replace("teamsApp/", ""));
    expect(names(project.provision)).toEqual(["create", ...make]);
    expect(names(project.publish)).toEqual([...make, "publishAppPackage"]);
  });

  test("reads a manifest and an environment that exist", async () => {
    const manifests = [...project.provision, ...project.publish].flatMap(
      (each) => each.with["manifestPath"] ?? [],
    );
    expect(manifests).toHaveLength(4);
    for (const path of manifests) await access(new URL(path, root));
    await access(new URL(`${project.environmentFolderPath}/.env.dev`, root));
  });

  test("checks, updates and publishes the very package that it makes", () => {
    for (const steps of [project.provision, project.publish]) {
      const made = steps.flatMap((each) => each.with["outputZipPath"] ?? []);
      const used = steps.flatMap((each) => each.with["appPackagePath"] ?? []);
      expect(made).toHaveLength(1);
      expect(new Set(used)).toEqual(new Set(made));
    }
  });
});

describe("the files with settings", () => {
  test("env/.env.dev has a line for every setting of the package, and no value in it", async () => {
    const { TEAMSFX_ENV, ...settings } = parseEnv(await read("env/.env.dev"));
    expect(TEAMSFX_ENV).toBe("dev");
    expect(Object.keys(settings)).toEqual(expect.arrayContaining([...settingNames]));
    expect(Object.values(settings).filter((value) => value !== "")).toEqual([]);
  });

  test(".env.example explains every setting of the package, and gives no secret", async () => {
    const text = await read(".env.example");
    const settings = parseEnv(text);
    expect(Object.keys(settings)).toEqual(expect.arrayContaining([...settingNames]));
    expect(settings["BOT_PASSWORD"]).toBe("");
    for (const name of Object.keys(settings)) expect(text).toMatch(new RegExp(`^# .+\n${name}=`, "m"));
  });
});
