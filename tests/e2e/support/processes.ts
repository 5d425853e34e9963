import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll } from "vitest";

export const root = new URL("../../../", import.meta.url).pathname;

/** How a process ended: `code` 0 is well, `signal` when it was killed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Running {
  readonly pid: number;
  /** Every line of stdout and stderr so far, also of processes below it that share them. */
  readonly lines: string[];
  readonly ended: Promise<Ended>;
  /** Waits for a line, or says which lines came instead. */
  line(wanted: RegExp, patienceMs?: number): Promise<string>;
  /** To this process alone. */
  kill(signal: NodeJS.Signals): void;
  /** To its whole process group, as a terminal does on Ctrl-C. */
  interrupt(): void;
  isAlive(): boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the tests themselves run under must not change what they start. */
const dropped = /^(VITEST|VITE_|NODE_ENV|TEST|DEV|PROD|MODE|npm_|PORT|M365_PORT|DATA_DIR|DATABASE_URL|BOT_)/;

function environmentWith(own: Environment): Record<string, string | undefined> {
  const outer = Object.entries(process.env).filter(([name]) => !dropped.test(name));
  return { ...Object.fromEntries(outer), ...own };
}

const alive = new Set<number>();

/** A test that failed half-way must leave nothing running. */
afterAll(() => {
  for (const pid of alive) process.kill(-pid, "SIGKILL");
});

/** Starts a process in a group of its own. */
export function run(command: string, args: readonly string[], environment: Environment = {}): Running {
  const child = spawn(command, args, {
    cwd: root,
    env: environmentWith(environment),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} could not be started.`);
  const lines = collectLines(child);
  let over = false;
  alive.add(pid);
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => {
      over = true;
      alive.delete(pid);
      resolve({ code, signal });
    });
  });
  return {
    ...{ pid, lines, ended },
    line: (wanted, patienceMs = 60_000) => lineOf(lines, wanted, { patienceMs, isOver: () => over }),
    kill: (signal) => child.kill(signal),
    interrupt: () => process.kill(-pid, "SIGINT"),
    isAlive: () => !over,
  };
}

/** A script under the Node of these tests, with arguments before and after its name. */
export function runScript(
  script: string,
  environment: Environment,
  {
    before = [],
    after = [],
  }: { readonly before?: readonly string[]; readonly after?: readonly string[] } = {},
): Running {
  return run(process.execPath, [...before, script, ...after], environment);
}

function collectLines(child: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on("line", (line) => lines.push(line));
  }
  return lines;
}

async function lineOf(
  lines: readonly string[],
  wanted: RegExp,
  { patienceMs, isOver }: { readonly patienceMs: number; readonly isOver: () => boolean },
): Promise<string> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = lines.find((line) => wanted.test(line));
    if (found !== undefined) return found;
    if (isOver() || Date.now() > until) {
      const why = isOver() ? "The process ended" : `${patienceMs / 1000} s went by`;
      throw new Error(`${why} without a line like ${wanted}. It said:\n${lines.join("\n")}`);
    }
    await wait(50);
  }
}

/** The processes below this one, by Linux's own list; empty where there is none. */
export function descendantsOf(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readFolder("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(name);
    if (parent !== undefined) parents.set(Number(name), parent);
  }
  const found: number[] = [];
  let edge = [pid];
  while (edge.length > 0) {
    edge = [...parents].filter(([, parent]) => edge.includes(parent)).map(([child]) => child);
    found.push(...edge);
  }
  return found;
}

function readFolder(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    // Not Linux: the ports that fall free are then the only sign.
    return [];
  }
}

function parentOf(pid: string): number | undefined {
  try {
    const parent = /\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1];
    return parent === undefined ? undefined : Number(parent);
  } catch {
    // It ended while we looked.
    return undefined;
  }
}

export function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
