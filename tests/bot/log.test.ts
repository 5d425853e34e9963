import { describe, expect, it } from "vitest";
import { createLog } from "../../bot/log.ts";
import { DeskFault } from "../../src/questions/desk-fault.ts";

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(
    createLog(
      () => 0,
      (line) => lines.push(line),
    ),
  );
  return lines.join("\n");
}

describe("the log", () => {
  it("writes one JSON line per event", () => {
    const line = linesOf((log) => log("info", "started", { port: 3978 }));
    expect(JSON.parse(line)).toEqual({
      at: "1970-01-01T00:00:00.000Z",
      level: "info",
      event: "started",
      port: 3978,
    });
  });

  it("keeps type, code and frames of an error, and drops its words and values", () => {
    const error = Object.assign(new Error("duplicate key (asker)=(Lien Peeters)\n  second line Lien"), {
      code: "23505",
      detail: "Key (asker)=(Lien Peeters) exists",
      parameters: ["Lien Peeters"],
      cause: new TypeError("Lien Peeters inside"),
    });
    const line = linesOf((log) => log("error", "store-failed", {}, error));
    expect(line).not.toContain("Lien");
    expect(JSON.parse(line).error).toMatchObject({
      type: "Error",
      code: "23505",
      cause: { type: "TypeError" },
    });
    expect(JSON.parse(line).error.frames[0]).toMatch(/log\.test\.ts/);
  });

  it("drops a code that is more than a word, since it may hold a value", () => {
    const error = Object.assign(new Error("x"), { code: "failed for Lien Peeters" });
    expect(linesOf((log) => log("error", "e", {}, error))).not.toContain("Lien");
  });

  it("tells the reason of our own faults", () => {
    const line = linesOf((log) => log("warn", "refused", {}, new DeskFault("not-possible")));
    expect(JSON.parse(line).error).toMatchObject({ type: "DeskFault", reason: "not-possible" });
  });

  it("survives what is no error at all", () => {
    expect(linesOf((log) => log("error", "e", {}, "Lien Peeters"))).not.toContain("Lien");
  });
});
