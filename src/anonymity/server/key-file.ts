import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { VaultFault } from "../vault-fault.ts";
import { newMasterKey } from "./local-vault.ts";

/**
 * The master key in that file (base64); a new one is made, readable by its
 * owner alone, when there is no file yet. Throws `VaultFault` on a file that holds no key.
 */
export function masterKeyFromFile(path: string): Uint8Array {
  const existing = readKey(path);
  if (existing) return existing;
  mkdirSync(dirname(path), { recursive: true });
  const key = newMasterKey();
  // `wx` fails when another process made the file meanwhile: two keys would make half of the questions unreadable.
  writeFileSync(path, `${Buffer.from(key).toString("base64")}\n`, { mode: 0o600, flag: "wx", flush: true });
  return key;
}

function readKey(path: string): Uint8Array | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw new VaultFault("bad-key", `The key file ${path} cannot be read.`, { cause });
  }
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== 32)
    throw new VaultFault("bad-key", `The key file ${path} holds no key of 32 bytes in base64.`);
  return key;
}
