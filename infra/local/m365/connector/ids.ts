import { createHash } from "node:crypto";

function digest(...parts: readonly string[]): string {
  return createHash("sha512").update(parts.join("\n")).digest("base64url");
}

/**
 * Teams gives every bot its own ids for people and conversations; they are not
 * the Entra ids. These are derived, so that they outlive a restart as in Teams.
 */
export interface TeamsIds {
  readonly bot: string;
  user(personId: string): string;
  personalChat(personId: string): string;
  readonly groupChat: string;
  readonly channel: string;
  readonly team: string;
}

export function teamsIds(botId: string, tenantId: string): TeamsIds {
  const thread = (name: string) =>
    digest(tenantId, name)
      .replaceAll(/[^a-zA-Z0-9]/g, "")
      .slice(0, 32)
      .toLowerCase();
  return {
    bot: `28:${botId}`,
    user: (personId) => `29:1${digest(botId, "user", personId.toLowerCase()).slice(0, 84)}`,
    personalChat: (personId) => `a:1${digest(botId, "chat", personId.toLowerCase()).slice(0, 84)}`,
    groupChat: `19:${thread("group")}@thread.v2`,
    channel: `19:${thread("channel")}@thread.tacv2`,
    team: `19:${thread("team")}@thread.tacv2`,
  };
}

/** Message ids as Teams makes them: milliseconds, never the same twice. */
export function messageIds(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(now(), last + 1);
    return String(last);
  };
}
