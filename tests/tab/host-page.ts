/**
 * A page that plays Teams for the real teams-js: it answers the handshake, hands
 * nested app auth to the test (`bridge`), and remembers what the tab asked for.
 * Protocol: `internal/communication` of @microsoft/teams-js 2.58.
 */
export interface HostPageOptions {
  readonly tabAddress: string;
  readonly person: string;
  readonly theme: string;
  readonly locale: string;
  readonly entityId: string;
  readonly subEntityId: string;
}

function playTeams(options: HostPageOptions): void {
  const asked: { func: string; args: unknown }[] = [];
  const runtime = {
    apiVersion: 4,
    isNAAChannelRecommended: true,
    isLegacyTeams: false,
    supports: { app: { notifySuccessResponse: {} }, nestedAppAuth: {}, pages: { currentApp: {} } },
  };
  const context = {
    locale: options.locale,
    theme: options.theme,
    entityId: options.entityId,
    subEntityId: options.subEntityId,
    frameContext: "content",
    hostName: "Teams",
    hostClientType: "web",
    tid: "7e57ab1e-0000-4000-8000-000000000001",
    userObjectId: options.person,
    sessionId: "1",
    appSessionId: "1",
  };
  const frame = document.querySelector("iframe");
  function send(message: object): void {
    frame?.contentWindow?.postMessage(message, "*");
  }

  async function answer(request: {
    func: string;
    args?: unknown[];
    data?: string;
  }): Promise<unknown[] | undefined> {
    switch (request.func) {
      case "initialize":
        return ["content", "web", "2.1.0", JSON.stringify(runtime)];
      case "getContext":
        return [context];
      case "executeDeepLink":
        return [true];
      case "appInitialization.success":
        return [undefined];
      case "nestedAppAuth.execute": {
        const { bridge } = window as unknown as { bridge: (request: string) => Promise<string> };
        return [null, await bridge(request.data ?? "null")];
      }
      default:
        return undefined;
    }
  }

  addEventListener("message", async (event) => {
    const request = event.data;
    if (event.source !== frame?.contentWindow || typeof request?.func !== "string") return;
    asked.push({ func: request.func, args: request.args });
    const args = await answer(request);
    if (args !== undefined) send({ id: request.id, uuidAsString: request.uuidAsString, args });
  });
  Object.assign(window, {
    asked,
    changeTheme: (theme: string) => send({ func: "themeChange", args: [theme] }),
  });
  if (frame) frame.src = options.tabAddress;
}

export function hostPage(options: HostPageOptions): string {
  return `<!doctype html><html lang="en"><title>Host</title>
<style>html,body,iframe{margin:0;width:100%;height:100%;border:0;display:block}</style>
<iframe title="tab" allow="clipboard-write"></iframe>
<script>(${playTeams.toString()})(${JSON.stringify(options)})</script></html>`;
}
