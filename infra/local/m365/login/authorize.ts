import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Answer, Call } from "../http/call.ts";
import type { Person } from "../site/schemas.ts";
import { loginError } from "./errors.ts";

const requestSchema = z.object({
  client_id: z.string(),
  response_type: z.string().refine((value) => value.split(" ").includes("code")),
  redirect_uri: z.url(),
  scope: z.string(),
  response_mode: z.enum(["query", "fragment"]).default("query"),
  state: z.string().optional(),
  nonce: z.string().optional(),
  code_challenge: z.string().min(43).max(128),
  code_challenge_method: z.literal("S256"),
});
type AuthorizeRequest = z.infer<typeof requestSchema>;

/** What a code stands for until it is redeemed. */
export interface CodeGrant {
  readonly personId: string;
  readonly request: AuthorizeRequest;
}

/** Single-use codes, kept for ten minutes at most. */
export interface Codes {
  issue(grant: CodeGrant): string;
  redeem(code: string): CodeGrant | undefined;
}

const codeLifetimeMs = 600_000;

export function codes(now: () => number): Codes {
  const open = new Map<string, { grant: CodeGrant; until: number }>();
  return {
    issue: (grant) => {
      for (const [code, { until }] of open) if (until < now()) open.delete(code);
      const code = randomUUID();
      open.set(code, { grant, until: now() + codeLifetimeMs });
      return code;
    },
    redeem: (code) => {
      const kept = open.get(code);
      open.delete(code);
      return kept !== undefined && kept.until >= now() ? kept.grant : undefined;
    },
  };
}

interface AuthorizeSettings {
  readonly clientId: string;
  readonly people: () => Promise<readonly Person[]>;
  readonly codes: Codes;
}

/** Shows the sample people; choosing one signs in as that person. */
export async function authorize(call: Call, settings: AuthorizeSettings): Promise<Answer> {
  const read = requestSchema.safeParse(Object.fromEntries(call.query));
  if (!read.success) {
    const names = read.error.issues.map((issue) => issue.path.join(".")).join(", ");
    return loginError(400, "invalid_request", 900144, `Missing or wrong: ${names}.`);
  }
  const request = read.data;
  if (request.client_id !== settings.clientId) {
    return loginError(
      400,
      "unauthorized_client",
      700016,
      "This client id is not registered in the sample tenant.",
    );
  }
  const redirect = new URL(request.redirect_uri);
  if (!["localhost", "127.0.0.1"].includes(redirect.hostname)) {
    return loginError(400, "invalid_request", 50011, "The redirect address is not registered.");
  }
  const people = await settings.people();
  const person = people.find(({ id }) => id === call.query.get("person"));
  if (person === undefined) return choice(call, people);
  return back(redirect, request, settings.codes.issue({ personId: person.id, request }));
}

function back(redirect: URL, request: AuthorizeRequest, code: string): Answer {
  const answer = new URLSearchParams({
    code,
    ...(request.state === undefined ? {} : { state: request.state }),
  });
  if (request.response_mode === "fragment") redirect.hash = answer.toString();
  else for (const [name, value] of answer) redirect.searchParams.set(name, value);
  return { status: 302, headers: { location: redirect.href, "cache-control": "no-store" } };
}

function choice(call: Call, people: readonly Person[]): Answer {
  const entries = people.map((person) => {
    const query = new URLSearchParams(call.query);
    query.set("person", person.id);
    const about = [person.jobTitle, person.userPrincipalName]
      .filter((part) => part !== undefined)
      .join(" · ");
    return `<li><a href="?${escaped(query.toString())}">${escaped(person.displayName)}</a> <small>${escaped(about)}</small></li>`;
  });
  return {
    status: 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
      "cache-control": "no-store",
    },
    body: `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Wie ben je?</title><style>body{font:16px/1.6 "Segoe UI",system-ui,sans-serif;margin:3rem auto;max-width:32rem;padding:0 1rem}
ul{list-style:none;padding:0}li{padding:.4rem 0}small{display:block;color:#616161}</style>
<h1>Wie ben je?</h1><p>Kies een van de mensen van de voorbeeldzone. Je hebt geen wachtwoord nodig.</p>
<ul>${entries.join("\n")}</ul></html>`,
  };
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
