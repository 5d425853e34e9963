import { z } from "zod";
import { PackageFault } from "./package-fault.ts";

const id = z.guid("must be an id such as 00000000-0000-0000-0000-000000000000");
const httpsUrl = z.url({ protocol: /^https$/, error: "must be a https:// address" }).max(2048);
const hostName = z
  .string()
  .regex(
    /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i,
    "must be a host name such as kompas.example, without https:// and without a path",
  );

/** What differs from one organisation to the next; each fills the placeholder of the same name. */
const packageSettings = z.object({
  TEAMS_APP_ID: id,
  BOT_ID: id,
  TAB_CLIENT_ID: id,
  TAB_DOMAIN: hostName,
  DEVELOPER_NAME: z.string().trim().min(1, "must not be empty").max(32, "has more than 32 characters"),
  DEVELOPER_WEBSITE_URL: httpsUrl,
  DEVELOPER_PRIVACY_URL: httpsUrl,
  DEVELOPER_TERMS_URL: httpsUrl,
});

export type PackageSettings = z.infer<typeof packageSettings>;

export const settingNames: readonly string[] = Object.keys(packageSettings.shape);

/** Fictional values, for a package to look at; no tenant knows these ids. */
export const sampleSettings: PackageSettings = {
  TEAMS_APP_ID: "7ea50000-0000-4000-8000-000000000001",
  BOT_ID: "b0700000-0000-4000-8000-000000000001",
  TAB_CLIENT_ID: "7ab00000-0000-4000-8000-000000000001",
  TAB_DOMAIN: "kompas.pzvoorbeeld.example",
  DEVELOPER_NAME: "PZ Voorbeeld",
  DEVELOPER_WEBSITE_URL: "https://pzvoorbeeld.example/integriteit",
  DEVELOPER_PRIVACY_URL: "https://pzvoorbeeld.example/integriteit/privacy",
  DEVELOPER_TERMS_URL: "https://pzvoorbeeld.example/integriteit/gebruik",
};

/** The settings from the environment. Names all that is missing or wrong at once. */
export function readPackageSettings(
  environment: Readonly<Record<string, string | undefined>>,
): PackageSettings {
  const given = Object.fromEntries(
    settingNames.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const result = packageSettings.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return name in given ? `${name} ${issue.message}` : `${name} is missing`;
  });
  throw new PackageFault("missing-settings", [...new Set(problems)]);
}
