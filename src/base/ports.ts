/** Fields that may be logged: counts, durations and fixed words. Never text of people, never an identifier of one. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** What happened, for whoever runs the server. `error` is reduced to type, code and frames before it is written. */
export type Log = (
  level: "info" | "warn" | "error",
  event: string,
  fields?: LogFields,
  error?: unknown,
) => void;

/** Milliseconds since the epoch. Passed in, so that tests own time. */
export type Clock = () => number;

/** Calls `fire` once after that many milliseconds, unless the returned function is called before. */
export type Timer = (fire: () => void, ms: number) => () => void;
