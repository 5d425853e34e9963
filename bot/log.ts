import type { Clock, Log } from "../src/base/ports.ts";

/**
 * Writes one JSON line per event. Of an error it writes type, code, reason and
 * frames only: the messages of drivers and clients carry values, addresses and
 * keys that do not belong in a log.
 */
export function createLog(clock: Clock, write: (line: string) => void): Log {
  return (level, event, fields = {}, error) => {
    const line = { at: new Date(clock()).toISOString(), level, event, ...fields };
    write(JSON.stringify(error === undefined ? line : { ...line, error: reduced(error) }));
  };
}

interface ReducedError {
  readonly type: string;
  readonly code: string | undefined;
  readonly reason: string | undefined;
  readonly frames: readonly string[];
  readonly cause: ReducedError | undefined;
}

const maxFrames = 8;

function reduced(error: unknown): ReducedError {
  if (!(error instanceof Error)) {
    return { type: typeof error, code: undefined, reason: undefined, frames: [], cause: undefined };
  }
  return {
    type: error.name,
    code: wordOf(error, "code") ?? wordOf(error, "statusCode"),
    reason: wordOf(error, "reason"),
    frames: framesOf(error),
    cause: error.cause === undefined ? undefined : reduced(error.cause),
  };
}

/** A fixed word such as `ECONNRESET`, `23505` or `text-empty`; anything longer or freer may hold a value. */
function wordOf(error: Error, key: string): string | undefined {
  const value: unknown = Object.entries(Object.getOwnPropertyDescriptors(error)).find(
    ([name]) => name === key,
  )?.[1].value;
  const word = typeof value === "number" ? String(value) : value;
  return typeof word === "string" && /^[\w-]{1,40}$/.test(word) ? word : undefined;
}

function framesOf({ stack = "" }: Error): string[] {
  const frames = stack.split("\n").filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return frames
    .slice(0, maxFrames)
    .map((line) => line.trim().replace(/(file:\/\/)?\/\S*\/(?=(bot|src|node_modules)\/)/, ""));
}
