import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import type { DataKey, Pseudonym, Vault } from "../vault.ts";
import { VaultFault } from "../vault-fault.ts";

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * A vault whose master key is in memory: AES-256-GCM (NIST SP 800-38D), sealed
 * as nonce, ciphertext, tag. Data keys are wrapped with the same cipher.
 */
export function localVault(masterKey: Uint8Array): Vault {
  if (masterKey.length !== keyBytes) {
    throw new VaultFault(
      "bad-key",
      `The master key has ${masterKey.length} bytes; it must have ${keyBytes}.`,
    );
  }
  const wrappingKey = derive(masterKey, "wrap");
  const hashingKey = derive(masterKey, "pseudonym");
  const hash = (purpose: string, value: string) =>
    createHmac("sha256", hashingKey).update(`${purpose}\0${value}`).digest();

  return {
    async newDataKey() {
      const key = randomBytes(keyBytes);
      return { key: dataKey(key), wrapped: encrypt(wrappingKey, key, "data-key") };
    },
    async openDataKey(wrapped) {
      return dataKey(decrypt(wrappingKey, wrapped, "data-key"));
    },
    pseudonym: (purpose, value) => hash(purpose, value).toString("base64url") as Pseudonym,
    derivedId: (purpose, value) => uuidOf(hash(purpose, value)),
    randomToken: () => randomBytes(16).toString("base64url"),
  };
}

/** 32 random bytes to start a vault with. */
export function newMasterKey(): Uint8Array {
  return randomBytes(keyBytes);
}

function derive(masterKey: Uint8Array, purpose: string): KeyObject {
  const bytes = hkdfSync("sha256", masterKey, "", `integriteitskompas/${purpose}`, keyBytes);
  return createSecretKey(new Uint8Array(bytes));
}

function dataKey(bytes: Uint8Array): DataKey {
  const key = createSecretKey(bytes);
  return {
    seal: (text, context) => encrypt(key, Buffer.from(text, "utf8"), context),
    open: (sealed, context) => decrypt(key, sealed, context).toString("utf8"),
  };
}

function encrypt(key: KeyObject, plain: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context, "utf8"));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: KeyObject, sealed: Uint8Array, context: string): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new VaultFault("tampered", "A sealed value is too short.");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(context, "utf8"))
    .setAuthTag(sealed.subarray(sealed.length - tagBytes));
  try {
    const body = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
    return Buffer.concat([body, decipher.final()]);
  } catch (cause) {
    throw new VaultFault("tampered", "A sealed value does not open with its key and context.", { cause });
  }
}

/** RFC 9562 version 8: a UUID whose bits are ours to fill. */
function uuidOf(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
