import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { buildPackage } from "../../appPackage/build-package.ts";
import { readPackageSettings, sampleSettings, settingNames } from "../../appPackage/package-settings.ts";

const folder = new URL("../../appPackage/", import.meta.url);
const timeZone = process.env["TZ"];

/** Runs the command with nothing in its environment but what is given. */
function runPackage(options: readonly string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const script = fileURLToPath(new URL("package.ts", folder));
    const child = execFile(process.execPath, [script, ...options], { env }, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}

async function temporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "app-package-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

afterEach(() => {
  if (timeZone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = timeZone;
});

describe("the app package", () => {
  test("holds exactly the manifest and the files that it names, unchanged", async () => {
    const files = unzipSync(await buildPackage(sampleSettings, folder));
    const expected = ["manifest.json", "color.png", "outline.png", "fr.json", "de.json", "en.json"];
    expect(Object.keys(files)).toEqual(expected);
    for (const name of expected.slice(1)) {
      expect(Buffer.from(files[name] ?? []).equals(await readFile(new URL(name, folder)))).toBe(true);
    }
  });

  test("carries the settings in its manifest", async () => {
    const files = unzipSync(await buildPackage(sampleSettings, folder));
    const manifest = z
      .object({
        id: z.string(),
        developer: z.object({ name: z.string() }),
        bots: z.tuple([z.object({ botId: z.string() })]),
        webApplicationInfo: z.object({ id: z.string() }),
      })
      .parse(JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array())));
    expect(manifest.id).toBe(sampleSettings.TEAMS_APP_ID);
    expect(manifest.developer.name).toBe(sampleSettings.DEVELOPER_NAME);
    expect(manifest.bots[0].botId).toBe(sampleSettings.BOT_ID);
    expect(manifest.webApplicationInfo.id).toBe(sampleSettings.TAB_CLIENT_ID);
  });

  test("is the same to the byte when it is made twice, in two time zones", async () => {
    process.env["TZ"] = "Pacific/Auckland";
    const first = await buildPackage(sampleSettings, folder);
    process.env["TZ"] = "America/New_York";
    const second = await buildPackage(sampleSettings, folder);
    expect(Buffer.from(first).equals(second)).toBe(true);
  });

  test("is not made from a manifest that Microsoft's schema refuses, and says what is wrong where", async () => {
    const wrong = { ...sampleSettings, BOT_ID: "my-bot" };
    await expect(buildPackage(wrong, folder)).rejects.toMatchObject({
      reason: "refused-manifest",
      problems: [expect.stringMatching(/^manifest\.json: \/bots\/0\/botId /)],
    });
  });
});

describe("the settings of the app package", () => {
  test("are taken from the environment when all are there", () => {
    expect(readPackageSettings({ ...sampleSettings, PATH: "/bin" })).toEqual(sampleSettings);
  });

  test("are all named at once when none is there", () => {
    expect(() => readPackageSettings({})).toThrow(
      settingNames.map((name) => `${name} is missing`).join("\n"),
    );
  });

  test("count as missing when they are empty, and are named with the ones that are wrong", () => {
    const given = {
      ...sampleSettings,
      TEAMS_APP_ID: "",
      TAB_DOMAIN: "https://kompas.example/tab",
      DEVELOPER_PRIVACY_URL: "http://kompas.example/privacy",
    };
    expect(() => readPackageSettings(given)).toThrow(
      [
        "TEAMS_APP_ID is missing",
        "TAB_DOMAIN must be a host name such as kompas.example, without https:// and without a path",
        "DEVELOPER_PRIVACY_URL must be a https:// address",
      ].join("\n"),
    );
  });
});

describe("the package command", () => {
  test("without settings names every one of them and ends with 1", async () => {
    const { code, err } = await runPackage([]);
    expect(code).toBe(1);
    for (const name of settingNames) expect(err).toContain(`- ${name} is missing\n`);
  });

  test("with --sample writes a package of fictional values and says so", async () => {
    const out = join(await temporaryFolder(), "deep", "sample.zip");
    const result = await runPackage(["--sample", "--out", out]);
    expect(result).toMatchObject({ code: 0, err: "", out: expect.stringContaining("fictional values") });
    expect(Buffer.from(await buildPackage(sampleSettings, folder)).equals(await readFile(out))).toBe(true);
  });
});
