import { describe, expect, test } from "vitest";
import { addressOf } from "../../../infra/local/teams-page/host/address.ts";
import { parseDeepLink } from "../../../infra/local/teams-page/host/deep-link.ts";
import { initializeAnswer } from "../../../infra/local/teams-page/host/protocol.ts";

const placing = {
  settings: {
    tenantId: "tenant",
    tabUrl: "http://localhost:3978/tab/",
    botId: "bot",
    botName: "Kompas",
    siteName: "PZ Voorbeeld",
    tabs: [],
  },
  tab: {
    entityId: "nota",
    name: "Visienota",
    path: "/tab/?theme={app.theme}&locale={locale}&x={unknown}#/nota",
  },
  person: {
    id: "01",
    name: "Lien Peeters",
    account: "lien@pz.example",
    jobTitle: "",
    department: "",
    language: "nl-BE",
    hasPhoto: false,
  },
  theme: "dark",
  locale: "fr-BE",
  page: "geschenken",
  client: "web",
};

describe("the host", () => {
  test("fills the placeholders of a tab's address and leaves those it does not know", () => {
    expect(addressOf(placing)).toBe("http://localhost:3978/tab/?theme=dark&locale=fr-BE&x={unknown}#/nota");
    const tab = { ...placing.tab, path: "?u={user.loginHint}&p={page.subPageId}" };
    expect(addressOf({ ...placing, tab })).toBe(
      "http://localhost:3978/tab/?u=lien%40pz.example&p=geschenken",
    );
  });

  test("a deep link to a page of the app, to a chat, or out", () => {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: "geschenken" }));
    expect(parseDeepLink(`https://teams.microsoft.com/l/entity/app-id/nota?context=${context}`)).toEqual({
      kind: "page",
      entityId: "nota",
      page: "geschenken",
    });
    expect(parseDeepLink("https://teams.cloud.microsoft/l/chat/0/0?users=a@pz.example,b@pz.example")).toEqual(
      {
        kind: "chat",
        users: ["a@pz.example", "b@pz.example"],
        message: "",
      },
    );
    expect(parseDeepLink("https://pz.example/x")).toEqual({ kind: "outside", url: "https://pz.example/x" });
    expect(parseDeepLink("javascript:alert(1)")).toBeUndefined();
    expect(parseDeepLink("https://teams.microsoft.com/l/entity/a/nota?context=%7B")).toMatchObject({
      page: "",
    });
  });

  test("initialize hands the runtime over as the fourth value, where teams-js looks for nested app auth", () => {
    const [frameContext, client, version, runtime] = initializeAnswer("task", "android");
    expect([frameContext, client, version]).toEqual(["task", "android", "2.1.0"]);
    expect(JSON.parse(String(runtime))).toMatchObject({ apiVersion: 4, supports: { nestedAppAuth: {} } });
  });
});
