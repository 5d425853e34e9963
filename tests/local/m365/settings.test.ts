import { expect, test } from "vitest";
import { settingsFrom } from "../../../infra/local/m365/settings.ts";

test("without any setting the stand-in listens on 3979 and expects the app on 3978", () => {
  expect(settingsFrom({})).toMatchObject({ port: 3979, appBaseUrl: "http://localhost:3978" });
});

test("an empty setting counts as absent, and a trailing slash is dropped", () => {
  const settings = settingsFrom({ M365_PORT: "", APP_BASE_URL: "http://127.0.0.1:5000/" });
  expect(settings).toMatchObject({ port: 3979, appBaseUrl: "http://127.0.0.1:5000" });
});

test("every wrong setting is named at once", () => {
  const wrong = { M365_PORT: "70000", APP_BASE_URL: "ftp://x", BOT_ID: "me", BOT_TENANT_ID: "us" };
  expect(() => settingsFrom(wrong)).toThrow(/M365_PORT[\s\S]*APP_BASE_URL[\s\S]*BOT_ID[\s\S]*BOT_TENANT_ID/);
});

test("production is refused", () => {
  expect(() => settingsFrom({ NODE_ENV: "production" })).toThrow(/NODE_ENV[\s\S]*developer's tool/);
});
