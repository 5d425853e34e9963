import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { eventsOf } from "./event-stream.ts";
import { an, luc, startTenant, type Tenant, tenantId } from "./tenant.ts";

let folder: string;
let tenant: Tenant;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "page-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<title>Teams op deze machine</title>");
  await writeFile(join(folder, "assets/main-abc.js"), "export {};");
  await writeFile(
    join(folder, "manifest.json"),
    JSON.stringify({
      name: { short: "Kompas" },
      staticTabs: [
        { entityId: "conversations" },
        { entityId: "nota", name: "Nota", contentUrl: "https://host.example/tab/?l={app.locale}#/nota" },
      ],
    }),
  );
  tenant = await startTenant({ pageDir: folder, manifestFile: join(folder, "manifest.json") });
});
afterAll(async () => {
  await tenant.stop();
  await rm(folder, { recursive: true });
});

test("the page comes for every address without a file name, and is asked for anew each time", async () => {
  for (const path of ["/", "/chat/an"]) {
    const page = await tenant.call("GET", path);
    expect(page.text).toContain("Teams op deze machine");
    expect(page.headers.get("cache-control")).toBe("no-cache");
  }
});

test("files with a hash in their name may be kept; a missing one is 404, one outside is not served", async () => {
  const script = await tenant.call("GET", "/assets/main-abc.js");
  expect(script.headers.get("cache-control")).toContain("immutable");
  expect(script.headers.get("content-type")).toContain("javascript");
  expect((await tenant.call("GET", "/assets/old.js")).status).toBe(404);
  expect((await tenant.call("GET", "/..%2f..%2fetc/hosts.json")).status).toBe(404);
});

test("an address that cannot be decoded is 400 everywhere", async () => {
  for (const path of ["/%ff", "/v1.0/%ff", "/connector/v3/%ff", "/local/%ff", `/${tenantId}/v2.0/%ff`]) {
    expect((await tenant.call("GET", path)).status).toBe(400);
  }
});

test("a page that is not built says what to do", async () => {
  const other = await startTenant({ pageDir: join(folder, "none") });
  const reply = await other.call("GET", "/");
  expect([reply.status, reply.text]).toEqual([503, expect.stringContaining("npm run build")]);
  await other.stop();
});

test("the settings tell the page the app's name and its tabs, as the manifest has them", async () => {
  const settings = (await tenant.call("GET", "/local/settings")).as(z.looseObject({}));
  expect(settings).toMatchObject({
    tenantId,
    botName: "Kompas",
    siteName: "Integriteit",
    tabUrl: `${tenant.bot.url}/tab/`,
    tabs: [{ entityId: "nota", name: "Nota", path: "/tab/?l={app.locale}#/nota" }],
  });
});

test("people come with what a switch of persons shows, and with their photo", async () => {
  const people = (await tenant.call("GET", "/local/people")).as(z.array(z.looseObject({})));
  expect(people[0]).toEqual({
    id: an,
    name: "An Vrager",
    account: "an.vrager@pzvoorbeeld.example",
    jobTitle: "Inspecteur",
    department: "Interventie",
    language: "nl-BE",
    hasPhoto: true,
  });
  expect((await tenant.call("GET", `/local/people/${an}/photo`)).text).toContain("<svg");
  expect((await tenant.call("GET", `/local/people/${luc}/photo`)).status).toBe(404);
});

test("what happens in a shared chat reaches everybody's page, a personal chat only its own", async () => {
  const [ofAn, ofLuc] = [await eventsOf(tenant.url, an), await eventsOf(tenant.url, luc)];
  expect(ofAn.type).toBe("text/event-stream");
  const say = (chat: string) =>
    tenant.call("POST", `/local/chats/${chat}/messages`, { person: an, text: `in ${chat}` });
  await say(`persoonlijk-${an}`);
  await say("groep");
  await vi.waitFor(() => expect(ofLuc.seen).toHaveLength(1));
  expect(ofAn.seen.map(({ chat }) => chat)).toEqual([`persoonlijk-${an}`, "groep"]);
  expect(ofLuc.seen[0]).toMatchObject({ type: "created", chat: "groep", activity: { text: "in groep" } });
  await Promise.all([ofAn.stop(), ofLuc.stop()]);
});

test("a form of another website cannot act here, nor a name that only points here", async () => {
  const form = await tenant.call("POST", "/local/faults", new URLSearchParams({ target: "graph" }));
  expect(form.status).toBe(415);
  const status = await new Promise((resolve, reject) => {
    const call = request(`${tenant.url}/local/people`, { headers: { host: "evil.example" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on("error", reject);
    call.end();
  });
  expect(status).toBe(421);
});

test.each(["/local/chats?person=niemand", "/local/chats", "/local/niets", "/local/events?person=x"])(
  "%s is 404",
  async (path) => {
    expect((await tenant.call("GET", path)).status).toBe(404);
  },
);
