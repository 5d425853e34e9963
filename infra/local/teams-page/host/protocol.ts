import { z } from "zod";

/**
 * The messages of the real teams-js 2.x, as its own sources send and read them (`internal/communication`):
 * a request has an id and a name, its answer repeats the id, an event of the host has a name and no id.
 */
export const requestSchema = z.object({
  id: z.number(),
  uuidAsString: z.string().optional(),
  func: z.string(),
  args: z.array(z.unknown()).nullish(),
  data: z.unknown().optional(),
});
export type FrameRequest = z.infer<typeof requestSchema>;

export type FrameContext = "content" | "task";
export type ClientType = "web" | "android";

/** What this host carries out; teams-js reports everything else as not supported. */
const runtime = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  isNAAChannelRecommended: true,
  supports: {
    app: { notifySuccessResponse: {} },
    chat: {},
    clipboard: {},
    dialog: { url: { parentCommunication: {} }, update: {} },
    nestedAppAuth: {},
    pages: { currentApp: {}, config: {} },
  },
} as const;

/**
 * The answer to `initialize`. teams-js looks for nested app auth in the fourth value and takes the runtime from
 * there too when the third is a bare version, so the runtime comes last.
 */
export function initializeAnswer(frameContext: FrameContext, client: ClientType): readonly unknown[] {
  return [frameContext, client, "2.1.0", JSON.stringify(runtime)];
}

export interface TeamsContext {
  readonly locale: string;
  readonly theme: string;
  readonly entityId: string;
  readonly subEntityId: string;
  readonly frameContext: FrameContext;
  readonly hostName: "Teams";
  readonly hostClientType: ClientType;
  readonly tid: string;
  readonly userObjectId: string;
  readonly userDisplayName: string;
  readonly loginHint: string;
  readonly userPrincipalName: string;
  readonly sessionId: string;
  readonly appSessionId: string;
}
