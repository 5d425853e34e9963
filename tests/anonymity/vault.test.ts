import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { masterKeyFromFile } from "../../src/anonymity/server/key-file.ts";
import { localVault, newMasterKey } from "../../src/anonymity/server/local-vault.ts";

const vault = localVault(newMasterKey());

describe("the vault", () => {
  it("opens what it sealed, whatever the text", async () => {
    const { key, wrapped } = await vault.newDataKey();
    const again = await vault.openDataKey(wrapped);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(again.open(key.seal(text, "message/1"), "message/1")).toBe(text);
      }),
    );
  });

  it("opens nothing for another context, another question or after any change", async () => {
    const { key } = await vault.newDataKey();
    const { key: other } = await vault.newDataKey();
    const sealed = key.seal("wie ik ben", "question/1/identity");
    expect(() => key.open(sealed, "question/2/identity")).toThrow(
      expect.objectContaining({ reason: "tampered" }),
    );
    expect(() => other.open(sealed, "question/1/identity")).toThrow(
      expect.objectContaining({ reason: "tampered" }),
    );
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => key.open(changed, "question/1/identity")).toThrow(
        expect.objectContaining({ reason: "tampered" }),
      );
    }
    expect(() => key.open(sealed.subarray(0, 10), "question/1/identity")).toThrow();
  });

  it("never seals the same text to the same bytes", async () => {
    const { key } = await vault.newDataKey();
    expect(key.seal("ja", "c")).not.toEqual(key.seal("ja", "c"));
  });

  it("does not open a data key of another vault", async () => {
    const { wrapped } = await vault.newDataKey();
    await expect(localVault(newMasterKey()).openDataKey(wrapped)).rejects.toMatchObject({
      reason: "tampered",
    });
  });

  it("gives a person the same pseudonym for one purpose, and unrelated ones for two", () => {
    expect(vault.pseudonym("asker", "lien")).toBe(vault.pseudonym("asker", "lien"));
    expect(vault.pseudonym("asker", "lien")).not.toBe(vault.pseudonym("ticket", "lien"));
    expect(vault.pseudonym("asker", "lien")).not.toBe(localVault(newMasterKey()).pseudonym("asker", "lien"));
    expect(vault.pseudonym("asker", "lien")).not.toContain("lien");
  });

  it("derives proper UUIDs", () => {
    expect(vault.derivedId("draft", "a")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(vault.derivedId("draft", "a")).toBe(vault.derivedId("draft", "a"));
    expect(vault.derivedId("draft", "a")).not.toBe(vault.derivedId("draft", "b"));
  });
});

describe("the key file", () => {
  const newPath = () => join(mkdtempSync(join(tmpdir(), "key-")), "keys", "master.key");

  it("is made once, for its owner alone, and read from then on", () => {
    const path = newPath();
    const key = masterKeyFromFile(path);
    expect(masterKeyFromFile(path)).toEqual(key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("that holds no key is refused by name, and left as it is", () => {
    const path = join(mkdtempSync(join(tmpdir(), "key-")), "master.key");
    writeFileSync(path, "c2hvcnQ=\n");
    expect(() => masterKeyFromFile(path)).toThrow(path);
  });
});
