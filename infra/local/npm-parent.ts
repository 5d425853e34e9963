const lookEveryMs = 500;

/**
 * npm does not hand a SIGTERM on through its shell: who ends `npm start` would
 * leave us behind. Under npm, calls `end` when the parent process is gone.
 */
export function endWithNpm(end: () => void): void {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    end();
  }, lookEveryMs);
  look.unref();
}
