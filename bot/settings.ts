import { join } from "node:path";
import { z } from "zod";
import { Fault } from "../src/base/fault.ts";

/** The environment holds settings that are missing or wrong; the message names every one. */
export class SettingsFault extends Fault<"wrong-settings"> {}

const port = z.coerce.number().int().min(1).max(65_535);
const url = z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, ""));

const common = {
  PORT: port.default(3978),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().default(".data"),
  KEY_FILE: z.string().optional(),
  GRAPH_BASE_URL: url.default("https://graph.microsoft.com"),
  LOGIN_BASE_URL: url.default("https://login.microsoftonline.com"),
  CONNECTOR_URL: url.default("https://smba.trafficmanager.net/teams"),
  SHAREPOINT_SITE: z.string(),
  BOT_TENANT_ID: z.uuid(),
  BOT_ID: z.uuid(),
  TAB_CLIENT_ID: z.uuid(),
  TAB_BASE_URL: url,
};

const production = z.object({ ...common, LOCAL_MODE: z.literal("0").optional(), BOT_PASSWORD: z.string() });

const local = z.object({
  ...common,
  LOCAL_MODE: z.literal("1"),
  NODE_ENV: z
    .string()
    .optional()
    .refine((value) => value !== "production", "LOCAL_MODE is not for production"),
  BOT_PASSWORD: z
    .never("LOCAL_MODE=1 checks no tokens, and so refuses to start beside real credentials")
    .optional(),
  /** The local Teams page, which may show the tab in a frame. */
  HOST_ORIGINS: z.string().default(""),
});

/** What the server needs to know of its surroundings. */
export interface Settings {
  readonly port: number;
  /** No token of the Bot Framework is checked, and the server listens on loopback only. */
  readonly localMode: boolean;
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly keyFile: string;
  readonly graphBaseUrl: string;
  readonly loginBaseUrl: string;
  /** Where the bot opens a chat with a member who never wrote to it. */
  readonly connectorUrl: string;
  readonly site: string;
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly password: string | undefined };
  readonly tab: {
    readonly clientId: string;
    readonly baseUrl: string;
    readonly hostOrigins: readonly string[];
  };
}

/** Reads and checks all settings. Throws `SettingsFault`, which names every wrong one at once. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  // An empty setting is a setting that somebody left open in a file.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const schema = given["LOCAL_MODE"] === "1" ? local : production;
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new SettingsFault("wrong-settings", describe(parsed.error));
  const values = parsed.data;
  return {
    port: values.PORT,
    localMode: values.LOCAL_MODE === "1",
    databaseUrl: values.DATABASE_URL,
    dataDir: values.DATA_DIR,
    keyFile: values.KEY_FILE ?? join(values.DATA_DIR, "master.key"),
    graphBaseUrl: values.GRAPH_BASE_URL,
    loginBaseUrl: values.LOGIN_BASE_URL,
    connectorUrl: values.CONNECTOR_URL,
    site: values.SHAREPOINT_SITE,
    tenantId: values.BOT_TENANT_ID,
    bot: { id: values.BOT_ID, password: values.BOT_PASSWORD },
    tab: {
      clientId: values.TAB_CLIENT_ID,
      baseUrl: values.TAB_BASE_URL,
      hostOrigins: "HOST_ORIGINS" in values ? values.HOST_ORIGINS.split(" ").filter(Boolean) : [],
    },
  };
}

/** Names each wrong setting, but never its value: a value may be a secret. */
function describe(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `  ${issue.path.join(".")}: ${wordsFor(issue)}`);
  return `These settings are missing or wrong:\n${[...new Set(lines)].sort().join("\n")}\nSee .env.example.`;
}

function wordsFor(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_type" && /received undefined/.test(issue.message)
    ? "is missing"
    : issue.message;
}
