import { z } from "zod";
import { Fault } from "../../../src/base/fault.ts";
import { sampleIds } from "./sample-ids.ts";

const port = z
  .string()
  .regex(/^\d{1,5}$/, "is no port number")
  .transform(Number)
  .refine((value) => value <= 65_535, "is no port number");

const address = z.url({ protocol: /^https?$/, error: "is no http address" });

const schema = z.object({
  NODE_ENV: z
    .string()
    .optional()
    .refine(
      (value) => value !== "production",
      "is production: the stand-in is a developer's tool and refuses",
    ),
  M365_PORT: port.default(3979),
  APP_BASE_URL: address.default("http://localhost:3978"),
  SITE_DIR: z.string().min(1, "is empty").optional(),
  BOT_ID: z.guid("is no GUID").default(sampleIds.bot),
  BOT_PASSWORD: z.string().min(1, "is empty").default("local"),
  BOT_TENANT_ID: z.guid("is no GUID").default(sampleIds.tenant),
  TAB_CLIENT_ID: z.guid("is no GUID").default(sampleIds.tabClient),
});

export interface Settings {
  readonly port: number;
  readonly appBaseUrl: string;
  readonly siteDir: string | undefined;
  readonly botId: string;
  readonly botPassword: string;
  readonly tenantId: string;
  readonly clientId: string;
}

/** The environment does not allow a start; the message names every wrong setting. */
export class SettingsFault extends Fault<"settings"> {
  constructor(wrong: readonly string[]) {
    super(
      "settings",
      `The stand-in for Microsoft 365 cannot start:\n${wrong.map((line) => `  ${line}`).join("\n")}`,
    );
  }
}

export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = schema.safeParse(given);
  if (!read.success) {
    throw new SettingsFault(read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
  }
  const { data } = read;
  return {
    port: data.M365_PORT,
    appBaseUrl: data.APP_BASE_URL.replace(/\/+$/, ""),
    siteDir: data.SITE_DIR,
    botId: data.BOT_ID,
    botPassword: data.BOT_PASSWORD,
    tenantId: data.BOT_TENANT_ID,
    clientId: data.TAB_CLIENT_ID,
  };
}
