import { describe, expect, it } from "vitest";
import { readSettings, SettingsFault } from "../../bot/settings.ts";

const complete = {
  SHAREPOINT_SITE: "pzvoorbeeld.sharepoint.example,1,2",
  BOT_TENANT_ID: "7e57ab1e-0000-4000-8000-000000000001",
  BOT_ID: "b0700000-0000-4000-8000-000000000001",
  BOT_PASSWORD: "a-secret-value",
  TAB_CLIENT_ID: "7ab00000-0000-4000-8000-000000000001",
  TAB_BASE_URL: "https://kompas.pzvoorbeeld.example/",
};

function faultOf(environment: Record<string, string | undefined>): string {
  try {
    readSettings(environment);
    return "accepted";
  } catch (error) {
    if (error instanceof SettingsFault) return error.message;
    throw error;
  }
}

describe("the settings", () => {
  it("come with sensible defaults", () => {
    expect(readSettings(complete)).toMatchObject({
      port: 3978,
      localMode: false,
      databaseUrl: undefined,
      dataDir: ".data",
      graphBaseUrl: "https://graph.microsoft.com",
      tab: { baseUrl: "https://kompas.pzvoorbeeld.example", hostOrigins: [] },
    });
  });

  it("name every missing setting at once", () => {
    const message = faultOf({});
    for (const name of [
      "SHAREPOINT_SITE",
      "BOT_TENANT_ID",
      "BOT_ID",
      "BOT_PASSWORD",
      "TAB_CLIENT_ID",
      "TAB_BASE_URL",
    ]) {
      expect(message).toContain(`${name}: is missing`);
    }
  });

  it("name every wrong setting at once, never its value", () => {
    const message = faultOf({
      ...complete,
      PORT: "99999",
      BOT_ID: "wrong-secret",
      DATABASE_URL: "mysql://u:p@h/d",
    });
    for (const name of ["PORT", "BOT_ID", "DATABASE_URL"]) expect(message).toContain(`  ${name}: `);
    expect(message).not.toContain("wrong-secret");
    expect(message).not.toContain("mysql");
  });

  it("take an empty value for a missing one", () => {
    expect(faultOf({ ...complete, BOT_PASSWORD: "" })).toContain("BOT_PASSWORD: is missing");
  });

  it("refuse local mode beside real credentials or in production", () => {
    expect(faultOf({ ...complete, LOCAL_MODE: "1" })).toContain("real credentials");
    const { BOT_PASSWORD: _, ...rest } = complete;
    expect(faultOf({ ...rest, LOCAL_MODE: "1", NODE_ENV: "production" })).toContain(
      "LOCAL_MODE is not for production",
    );
    expect(readSettings({ ...rest, LOCAL_MODE: "1" }).localMode).toBe(true);
  });
});
