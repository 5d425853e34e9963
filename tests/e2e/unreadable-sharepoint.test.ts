import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { botWords } from "../../src/i18n/bot-words.ts";
import { cardWith, draft, eventually, shows } from "./support/conversation.ts";
import type { LocalApi } from "./support/local-api.ts";
import { type Parts, startParts } from "./support/parts.ts";
import type { Running } from "./support/processes.ts";
import { karim, lien, veerle, wout } from "./support/sample-people.ts";

const nl = botWords("nl");

let parts: Parts;
let api: LocalApi;
let app: Running | undefined;

beforeAll(async () => {
  parts = await startParts();
  api = parts.api;
});
afterEach(async () => {
  await api.mend();
  app?.kill("SIGTERM");
  await app?.ended;
});
afterAll(() => parts.stop());

describe("when SharePoint cannot be read", () => {
  test.for([
    ["asks to wait", lien, { status: 429, retryAfter: 6 }],
    ["fails", karim, { status: 500 }],
    ["gives nothing", veerle, { reset: true }],
    ["gives garbage", wout, { status: 200, body: "<html>Sign in to your network</html>" }],
  ] as const)(
    "it %s: the bot says so at once, keeps my text, and goes on once it can",
    async ([, person, fault]) => {
      await api.fault({ target: "graph", ...fault });
      // A data folder of its own: there is no last good copy to go by.
      app = await parts.startApp({ DATA_DIR: join(parts.dataDir, person.slice(-2)) });
      expect((await fetch(`${parts.appUrl}/readyz`)).status).toBe(503);
      const text = "Mag ik een fietshelm van een winkel aannemen?";
      await api.say(person, text, "nl-BE");
      const sorry = await cardWith(api, person, nl.fault.contentUnreadable);
      expect(shows(sorry, text)).toBe(true);

      await api.mend();
      await eventually(async () => ((await fetch(`${parts.appUrl}/readyz`)).ok ? true : undefined), 45_000);
      const again = await api.press(person, sorry, "draft", { text });
      expect(again.fallbackText).toBe(nl.card.draft);
    },
  );

  test("with a last good copy nobody notices, not even after a restart", async () => {
    const own = { DATA_DIR: join(parts.dataDir, "kept") };
    app = await parts.startApp(own);
    await draft(api, lien, "Mag mijn hond mee in de dienstwagen?");
    await api.fault({ target: "graph", status: 500 });
    app.kill("SIGKILL");
    await app.ended;
    app = await parts.startApp(own);
    const shown = await draft(api, lien, "En op zaterdag, mag het dan wel?");
    expect(JSON.stringify(shown.body)).toContain(nl.card.topic);
  });
});
