import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { freePort } from "../../support/free-port.ts";
import { LocalApi } from "./local-api.ts";
import { descendantsOf, isRunning, type Running, root, run } from "./processes.ts";
import { tellingLines, textsIn } from "./quiet-log.ts";

/** `npm start` itself, with a data folder and a copy of the sample site of its own. */
export interface Product {
  readonly appUrl: string;
  readonly m365Url: string;
  readonly siteDir: string;
  readonly npmStart: Running;
  readonly api: LocalApi;
  /** Ctrl-C; asserts that everything ends well and that the app's log told nobody's business. */
  stop(): Promise<void>;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "integriteitskompas-e2e-"));
}

export async function startProduct(): Promise<Product> {
  const folder = temporaryFolder();
  const siteDir = join(folder, "site");
  cpSync(join(root, "infra/local/site"), siteDir, { recursive: true });
  const [port, m365Port] = [await freePort(), await freePort()];
  const npmStart = run("npm", ["start"], {
    PORT: String(port),
    M365_PORT: String(m365Port),
    DATA_DIR: join(folder, "data"),
    SITE_DIR: siteDir,
  });
  await npmStart.line(/Ready in/, 120_000);
  const m365Url = `http://localhost:${m365Port}`;
  const api = new LocalApi(m365Url);
  return {
    ...{ appUrl: `http://localhost:${port}`, m365Url, siteDir, npmStart, api },
    stop: async () => {
      const texts = textsIn(await api.log());
      await stopWithCtrlC(npmStart);
      rmSync(folder, { recursive: true });
      expect(tellingLines(linesOfApp(npmStart.lines), texts)).toEqual([]);
    },
  };
}

/** One Ctrl-C ends npm, the starter and both parts below it. */
export async function stopWithCtrlC(npmStart: Running): Promise<void> {
  const below = descendantsOf(npmStart.pid);
  npmStart.interrupt();
  // npm hands the signal on, and then ends by it itself.
  const { code, signal } = await npmStart.ended;
  expect(["SIGINT", "code 0"]).toContain(signal ?? `code ${code}`);
  expect(npmStart.lines.at(-1)).toBe("Stopped.");
  expect(below.filter(isRunning)).toEqual([]);
}

/** `npm start` puts the name of the part before each line. */
function linesOfApp(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.startsWith("app "));
}
