import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from "jose";
import { z } from "zod";

const jwkSchema = z.looseObject({
  kty: z.literal("RSA"),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  d: z.string(),
});

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/**
 * The issuer's RSA key. With a file it survives a restart of the stand-in, so
 * that tokens which a browser still keeps stay valid, as they would in Entra.
 */
export async function signingKey(file: string | undefined): Promise<SigningKey> {
  const kept = file === undefined ? undefined : await keptJwk(file);
  if (kept !== undefined) return fromJwk(kept);
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const made = jwkSchema.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
  if (file !== undefined) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  }
  return fromJwk(made);
}

async function fromJwk(jwk: z.infer<typeof jwkSchema>): Promise<SigningKey> {
  const privateKey = await importJWK(jwk, "RS256");
  if (privateKey instanceof Uint8Array) throw new Error("The signing key is no RSA key");
  const publicJwk = { kty: jwk.kty, n: jwk.n, e: jwk.e, kid: jwk.kid, use: "sig", alg: "RS256" };
  return { kid: jwk.kid, privateKey, publicJwk };
}

async function keptJwk(file: string): Promise<z.infer<typeof jwkSchema> | undefined> {
  try {
    const read = jwkSchema.safeParse(JSON.parse(await readFile(file, "utf8")));
    return read.success ? read.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
