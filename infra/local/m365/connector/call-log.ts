/** One call between the connector and the bot. */
export interface LoggedCall {
  readonly at: string;
  readonly direction: "from-bot" | "to-bot";
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** Absent when nobody answered. */
  readonly status: number | undefined;
}

export interface CallLog {
  add(entry: Omit<LoggedCall, "at">): void;
  entries(): readonly LoggedCall[];
  clear(): void;
}

const longest = 2000;

export function callLog(now: () => number): CallLog {
  const kept: LoggedCall[] = [];
  return {
    add: (entry) => {
      kept.push({ at: new Date(now()).toISOString(), ...entry });
      if (kept.length > longest) kept.shift();
    },
    entries: () => kept,
    clear: () => {
      kept.length = 0;
    },
  };
}
