import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export interface Child {
  readonly name: string;
  /** How it ended, in words; `undefined` while it runs. */
  readonly ended: () => string | undefined;
  readonly whenEnded: Promise<void>;
  stop(): Promise<void>;
}

export interface ChildSettings {
  readonly name: string;
  readonly script: string;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}

const followParent = new URL("./follow-parent.ts", import.meta.url).href;
const patienceMs = 8_000;

/** Runs a part of the product under the same Node, in a process group of its own: Ctrl-C reaches the parent alone. */
export function startChild({ name, script, cwd, environment, say }: ChildSettings): Child {
  const child = spawn(process.execPath, ["--import", followParent, script], {
    cwd,
    env: { ...environment },
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  prefixLines(child, name, say);
  let ended: string | undefined;
  const whenEnded = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      ended = `could not start: ${error.message}`;
      resolve();
    });
    child.once("close", (code, signal) => {
      ended ??= signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
      resolve();
    });
  });
  return {
    name,
    ended: () => ended,
    whenEnded,
    stop: async () => {
      if (ended !== undefined) return;
      child.kill("SIGTERM");
      await Promise.race([whenEnded, wait(patienceMs, undefined, { ref: false })]);
      if (ended === undefined) child.kill("SIGKILL");
      await whenEnded;
    },
  };
}

function prefixLines(child: ChildProcess, name: string, say: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null)
      createInterface({ input: stream }).on("line", (line) => say(`${name.padEnd(5)}| ${line}`));
  }
}

export const rootFolder = fileURLToPath(new URL("../../", import.meta.url));
