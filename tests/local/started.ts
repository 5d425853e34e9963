import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Started {
  readonly process: ChildProcess;
  output(): string;
  /** Resolves when the output matches; rejects when the process ends before. */
  saying(pattern: RegExp): Promise<void>;
  /** The exit code, or the signal that ended it. */
  ended(): Promise<number | string>;
}

/** Runs a script of the repository with these settings on top of a bare environment. */
export function started(script: string, settings: Record<string, string>): Started {
  return watched(spawn(process.execPath, [script], { cwd: root, env: bare(settings) }));
}

/** `npm start`, as a person types it. */
export function npmStarted(settings: Record<string, string>): Started {
  return watched(spawn("npm", ["start"], { cwd: root, env: bare(settings), detached: true }));
}

function bare(settings: Record<string, string>): Record<string, string> {
  const { PATH = "", HOME = "" } = process.env;
  return { PATH, HOME, ...settings };
}

function watched(child: ChildProcessWithoutNullStreams): Started {
  let text = "";
  const listeners = new Set<() => void>();
  const hear = (part: Buffer) => {
    text += part.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const closed = once(child, "close").then(([code, signal]: unknown[]) =>
    typeof code === "number" ? code : String(signal),
  );
  return {
    process: child,
    output: () => text,
    saying: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => pattern.test(text) && resolve();
        listeners.add(look);
        look();
        closed.then((code) => reject(new Error(`ended with ${code}:\n${text}`)), reject);
      }),
    ended: () => closed,
  };
}
