import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildPackage } from "./build-package.ts";
import { PackageFault } from "./package-fault.ts";
import { readPackageSettings, sampleSettings } from "./package-settings.ts";

const folder = new URL("./", import.meta.url);

/** `npm run package`: dist/appPackage.zip from the settings in the environment, or fictional ones with `--sample`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { sample: { type: "boolean", default: false }, out: { type: "string" } },
  });
  const settings = values.sample ? sampleSettings : readPackageSettings(process.env);
  const zip = await buildPackage(settings, folder);
  const target = values.out ?? fileURLToPath(new URL("../dist/appPackage.zip", folder));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, zip);
  console.log(`${target}: ${zip.length} bytes${values.sample ? ", with fictional values" : ""}`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof PackageFault)) throw error;
  console.error(`No app package was made.\n${error.problems.map((problem) => `- ${problem}`).join("\n")}`);
  if (error.reason === "missing-settings") {
    console.error("See .env.example for each setting, or use --sample for fictional values.");
  }
  process.exitCode = 1;
}
