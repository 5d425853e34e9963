import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type M365Options, startM365 } from "../../../infra/local/m365/start-m365.ts";

export const an = "00000000-0000-4000-8000-000000000001";
export const luc = "00000000-0000-4000-8000-000000000002";
export const tenantId = "7e57ab1e-0000-4000-8000-000000000001";
export const clientId = "7ab00000-0000-4000-8000-000000000001";
export const siteId =
  "pzvoorbeeld.sharepoint.example,5173c0de-0000-4000-8000-000000000001,5173c0de-0000-4000-8000-000000000002";
export const fixtureSite = fileURLToPath(new URL("../../fixtures/site", import.meta.url));

export const receivedSchema = z.looseObject({
  type: z.string(),
  id: z.string(),
  serviceUrl: z.string(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  from: z.looseObject({ id: z.string(), name: z.string(), aadObjectId: z.string() }),
  recipient: z.looseObject({ id: z.string() }),
  conversation: z.looseObject({ id: z.string(), conversationType: z.string(), tenantId: z.string() }),
});
export type Received = z.infer<typeof receivedSchema>;

export interface BotAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface FakeBot {
  readonly url: string;
  readonly received: Received[];
  /** What it answers from now on. */
  answer: (activity: Received) => BotAnswer | Promise<BotAnswer>;
  stop(): Promise<void>;
}

/** A bot's messaging endpoint that remembers what it got. */
export async function fakeBot(): Promise<FakeBot> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", async () => {
      const activity = receivedSchema.parse(JSON.parse(Buffer.concat(parts).toString()));
      bot.received.push(activity);
      const { status, body } = await bot.answer(activity);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const bot: FakeBot = {
    url: `http://127.0.0.1:${address.port}`,
    received: [],
    answer: () => ({ status: 200 }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return bot;
}

export interface Tenant {
  readonly url: string;
  readonly bot: FakeBot;
  /** Calls the stand-in; an object as body goes as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  stop(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of the body, checked. */
  as<T>(schema: z.ZodType<T>): T;
}

export async function startTenant(options: Partial<M365Options> = {}): Promise<Tenant> {
  const bot = await fakeBot();
  const m365 = await startM365({
    port: 0,
    appBaseUrl: bot.url,
    siteDir: fixtureSite,
    retryAfterMs: 10,
    ...options,
  });
  return {
    url: m365.url,
    bot,
    call: async (method, path, body, headers = {}) => {
      const isForm = body instanceof URLSearchParams;
      const response = await fetch(path.startsWith("http") ? path : m365.url + path, {
        method,
        redirect: "manual",
        headers: {
          ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        text,
        as: (schema) => schema.parse(JSON.parse(text)),
      };
    },
    stop: async () => {
      await m365.stop();
      await bot.stop();
    },
  };
}

const tokenSchema = z.object({ access_token: z.string() });

/** An app-only token for Graph. */
export async function appToken(tenant: Tenant): Promise<string> {
  const reply = await tenant.call(
    "POST",
    `/${tenantId}/oauth2/v2.0/token`,
    new URLSearchParams({
      grant_type: "client_credentials",
      client_id: "local-bot",
      client_secret: "local",
      scope: "https://graph.microsoft.com/.default",
    }),
  );
  return reply.as(tokenSchema).access_token;
}

const bridgeSchema = z.object({ token: z.object({ access_token: z.string(), id_token: z.string() }) });

/** Tokens of a person, as the tab gets them through nested app authentication. */
export async function personTokens(tenant: Tenant, person: string, scope: string) {
  const request = {
    messageType: "NestedAppAuthRequest",
    method: "GetToken",
    requestId: "r1",
    tokenParams: { clientId, scope, correlationId: "c1" },
  };
  return (await tenant.call("POST", "/local/nested-app-auth", { person, request })).as(bridgeSchema).token;
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
