import { createHash, randomUUID } from "node:crypto";
import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { Person } from "../site/schemas.ts";
import type { SigningKey } from "./keys.ts";
import type { Grant } from "./scopes.ts";

export const tokenLifetime = 3600;

export interface IssuerSettings {
  readonly baseUrl: string;
  readonly tenantId: string;
  readonly now: () => number;
}

const claimsSchema = z.looseObject({
  oid: z.string().optional(),
  scp: z.string().optional(),
  roles: z.array(z.string()).optional(),
});

/** Who calls with a valid token, and what they may do. */
export interface Caller {
  /** Absent for an app-only token. */
  readonly personId: string | undefined;
  readonly permissions: readonly string[];
}

export interface Issuer {
  readonly issuer: string;
  readonly keySet: JSONWebKeySet;
  accessTokenFor(person: Person, clientId: string, grant: Grant): Promise<string>;
  idTokenFor(person: Person, clientId: string, nonce?: string): Promise<string>;
  appToken(clientId: string, grant: Grant): Promise<string>;
  verify(token: string, audience: string): Promise<Caller | undefined>;
}

export function tokenIssuer(key: SigningKey, { baseUrl, tenantId, now }: IssuerSettings): Issuer {
  const issuer = `${baseUrl}/${tenantId}/v2.0`;
  const keySet = { keys: [key.publicJwk] };
  const publicKeys = createLocalJWKSet(keySet);
  const signed = (claims: Record<string, unknown>, audience: string) => {
    const seconds = Math.floor(now() / 1000);
    return new SignJWT({ ...claims, tid: tenantId, ver: "2.0" })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: key.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setNotBefore(seconds - 5)
      .setExpirationTime(seconds + tokenLifetime)
      .setJti(randomUUID())
      .sign(key.privateKey);
  };
  return {
    issuer,
    keySet,
    accessTokenFor: (person, clientId, grant) =>
      signed(
        { ...identity(person, grant.audience), azp: clientId, scp: grant.permissions.join(" ") },
        grant.audience,
      ),
    idTokenFor: (person, clientId, nonce) =>
      signed(
        { ...identity(person, clientId), email: person.mail, ...(nonce === undefined ? {} : { nonce }) },
        clientId,
      ),
    appToken: (clientId, grant) =>
      signed(
        { azp: clientId, oid: clientId, sub: clientId, idtyp: "app", roles: grant.permissions },
        grant.audience,
      ),
    verify: (token, audience) =>
      verified(token, { audience, issuer, publicKeys, currentDate: new Date(now()) }),
  };
}

function identity(person: Person, audience: string): Record<string, unknown> {
  return {
    oid: person.id,
    /** Entra's `sub` differs per application for one person. */
    sub: createHash("sha256").update(`${person.id} ${audience}`).digest("base64url"),
    name: person.displayName,
    preferred_username: person.userPrincipalName,
  };
}

interface Expectation {
  readonly audience: string;
  readonly issuer: string;
  readonly publicKeys: ReturnType<typeof createLocalJWKSet>;
  readonly currentDate: Date;
}

async function verified(token: string, expected: Expectation): Promise<Caller | undefined> {
  try {
    const { publicKeys, ...options } = expected;
    const { payload } = await jwtVerify(token, publicKeys, { ...options, algorithms: ["RS256"] });
    const claims = claimsSchema.parse(payload);
    const isApp = claims.roles !== undefined;
    return {
      personId: isApp ? undefined : claims.oid,
      permissions: claims.roles ?? claims.scp?.split(" ") ?? [],
    };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
