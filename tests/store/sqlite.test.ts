import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/open-store.ts";
import { openStore } from "../../src/store/open-store.ts";
import { createTestDesk } from "../support/test-desk.ts";
import { questionFrom } from "../support/test-questions.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "store-"));
const open = (dataDir: string): Promise<Store> =>
  openStore({ databaseUrl: undefined, dataDir }, () => undefined);

describe("the embedded store", () => {
  it("is refused to a second opener, in words that name the folder and the setting", async () => {
    const folder = newFolder();
    const first = await open(folder);
    await expect(open(folder)).rejects.toMatchObject({
      reason: "in-use",
      message: expect.stringContaining("DATA_DIR"),
    });
    await first.close();
    await (await open(folder)).close();
  });

  it("that is no database is refused, and left as it is", async () => {
    const folder = newFolder();
    const file = join(folder, "integriteitskompas.sqlite");
    writeFileSync(file, "This is a letter to my mother.".repeat(200));
    await expect(open(folder)).rejects.toMatchObject({ reason: "unusable" });
    expect(readFileSync(file, "utf8")).toContain("a letter to my mother");
  });

  it("hands out again at once what a process had taken when it died", async () => {
    const folder = newFolder();
    const store = await open(folder);
    const { desk, world } = createTestDesk(store);
    await desk.ask(questionFrom("asker"));
    expect(await store.outbox.take(world.now, world.now + 60_000, 10)).toHaveLength(1);
    expect(await store.outbox.take(world.now, world.now + 60_000, 10)).toHaveLength(0);
    await store.close();
    const again = await open(folder);
    expect(await again.outbox.take(world.now, world.now + 60_000, 10)).toHaveLength(1);
    await again.close();
  });

  it("holds no text, name or account that can be read, in any of its files", async () => {
    const folder = newFolder();
    const store = await open(folder);
    const { desk } = createTestDesk(store);
    await desk.ask(
      questionFrom("00000000-aaaa-4000-8000-00000000abcd", { mode: "named", text: "Geheime pralines" }),
    );
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString("latin1"));
    const all = bytes.join("");
    expect(all).toContain("geschenken");
    for (const secret of ["pralines", "Lien", "lien.peeters", "00000000-aaaa", "chat-of-lien"]) {
      expect(all).not.toContain(secret);
    }
    await store.close();
  });
});
