import { z } from "zod";
import type { Answer } from "./answer.ts";

/** A route of the tab's API, with all that its description needs. */
export interface Route {
  readonly path: string;
  readonly summary: string;
  /** The body per status. */
  readonly answers: Readonly<Record<number, z.ZodType>>;
  readonly answer: () => Promise<Answer>;
}

export interface ApiParts {
  /** What the tab may know before anybody signed in; nothing of it is secret. */
  readonly tabSettings: TabSettings;
  /** Throws when the database does not answer. */
  readonly pingStore: () => Promise<void>;
  /** Throws when there is no content to show, fresh or kept. */
  readonly pingContent: () => Promise<unknown>;
}

const tabSettingsSchema = z.object({
  graphBaseUrl: z.url(),
  site: z.string(),
  clientId: z.string(),
  tenantId: z.string(),
  botId: z.string(),
  hostOrigins: z.array(z.url()),
});
export type TabSettings = z.infer<typeof tabSettingsSchema>;

const part = z.enum(["ready", "not-ready"]);
const readinessSchema = z.object({ store: part, content: part });

/** The routes that anybody may call. */
export function publicRoutes(parts: ApiParts): readonly Route[] {
  return [
    {
      path: "/healthz",
      summary: "The process is alive",
      answers: { 200: z.object({ status: z.literal("alive") }) },
      answer: async () => ({ status: 200, body: { status: "alive" } }),
    },
    {
      path: "/readyz",
      summary: "The store and the content can be reached",
      answers: { 200: readinessSchema, 503: readinessSchema },
      answer: () => readiness(parts),
    },
    {
      path: "/api/settings",
      summary: "What the tab needs to know before anybody signed in",
      answers: { 200: tabSettingsSchema },
      answer: async () => ({ status: 200, body: tabSettingsSchema.parse(parts.tabSettings) }),
    },
  ];
}

async function readiness({ pingStore, pingContent }: ApiParts): Promise<Answer> {
  const [store, content] = await Promise.allSettled([pingStore(), pingContent()]);
  const stateOf = (ping: PromiseSettledResult<unknown>) =>
    ping.status === "fulfilled" ? "ready" : "not-ready";
  const body = { store: stateOf(store), content: stateOf(content) };
  const ready = body.store === "ready" && body.content === "ready";
  return { status: ready ? 200 : 503, body };
}
