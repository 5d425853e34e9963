import * as z from "zod/mini";

const settingsSchema = z.object({
  graphBaseUrl: z.url(),
  site: z.string().check(z.minLength(1)),
  clientId: z.string(),
  tenantId: z.string(),
  botId: z.string(),
  hostOrigins: z.array(z.string()),
});

/** What the server says about where it lives; nothing in it is secret. */
export type Settings = z.infer<typeof settingsSchema>;

export async function fetchSettings(): Promise<Settings> {
  const response = await fetch("/api/settings", { credentials: "omit", signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`/api/settings answered ${response.status}`);
  return settingsSchema.parse(await response.json());
}
