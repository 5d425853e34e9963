import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of these programs that is there; absolute paths, or names to look up on the PATH. */
export function findProgram(candidates: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const paths = candidates.flatMap((one) =>
    one.includes("/") ? [one] : folders.map((dir) => join(dir, one)),
  );
  return paths.find(isExecutable);
}

/**
 * Finds a program, or installs its Debian package where that is possible (a
 * Debian machine, as root). Undefined, after saying so plainly, when neither works.
 */
export function findOrInstall(candidates: readonly string[], debianPackage: string): string | undefined {
  const found = findProgram(candidates);
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    console.warn(
      `Not found: ${candidates.join(", ")}. Install the Debian package ${debianPackage} to run these tests.`,
    );
    return undefined;
  }
  console.warn(`Installing the Debian package ${debianPackage} for these tests.`);
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update", "-qq"], { env, stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", debianPackage], {
      env,
      stdio: "ignore",
    });
  } catch (error) {
    console.warn(`The Debian package ${debianPackage} could not be installed: ${String(error)}`);
  }
  const installed = findProgram(candidates);
  if (!installed)
    console.warn(`Still not found: ${candidates.join(", ")}. The tests that need it are skipped.`);
  return installed;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: the caller only asks whether it can be run.
    return false;
  }
}
