import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { sampleIds } from "../../../infra/local/m365/sample-ids.ts";
import { freePort } from "../../support/free-port.ts";
import type { SamplePerson } from "./local-api.ts";
import { type Running, root, runScript } from "./processes.ts";
import { temporaryFolder } from "./product.ts";

const cli = join(root, "node_modules/@microsoft/m365agentsplayground/cli.js");

/** A developer may leave this pre-release package of Microsoft out. */
export const hasPlayground = existsSync(cli);

export interface Playground {
  readonly url: string;
  readonly process: Running;
}

/** Beside the person it plays, the Playground wants exactly five others. */
const others = 5;

/** Microsoft's own test client as one person, on a free loopback port, with our app as its bot. */
export async function startPlayground(
  appUrl: string,
  people: readonly SamplePerson[],
  me: SamplePerson,
): Promise<Playground> {
  const folder = temporaryFolder();
  const config = join(folder, "playground.yml");
  writeFileSync(config, JSON.stringify(configFor(people, me)));
  const port = await freePort();
  const process = runScript(
    cli,
    {
      TEAMSAPPTESTER_BROWSER: "none",
      APPLICATION_INSIGHTS_NO_STATSBEAT: "1",
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, "log.txt"),
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
    },
    {
      before: ["-r", join(root, "tests/e2e/support/loopback.cjs")],
      after: [
        ...["start", "-e", `${appUrl}/api/messages`, "-c", "msteams", "-p", String(port)],
        ...["--disable-telemetry", "--service-url", `http://127.0.0.1:${port}/_connector`],
      ],
    },
  );
  const listening = await process.line(/Listening on \D*\d+/i, 60_000);
  const taken = /Listening on \D*(\d+)/i.exec(listening)?.[1] ?? String(port);
  return { url: `http://127.0.0.1:${taken}`, process };
}

/** JSON is YAML as well. */
function configFor(people: readonly SamplePerson[], me: SamplePerson): object {
  const users = people.filter(({ id }) => id !== me.id).slice(0, others);
  return {
    version: "0.1.1",
    tenantId: sampleIds.tenant,
    bot: { id: sampleIds.bot, name: "Integriteitskompas" },
    currentUser: userOf(me),
    users: users.map(userOf),
    personalChat: { id: `personal-${me.id}` },
    groupChat: { id: "group-chat-id", name: "Group Chat" },
    team: {
      id: "team-id",
      aadGroupId: "00000000-0000-4000-8000-0000000000ff",
      name: "My Team",
      channels: [{ id: "channel-id", name: "General" }],
    },
  };
}

function userOf({ id, name, account }: SamplePerson) {
  const [givenName = name, ...surname] = name.split(" ");
  return {
    id: `29:${id}`,
    name,
    // Spelt as the package wants it.
    userPrincipleName: account,
    ...{ aadObjectId: id, givenName, surname: surname.join(" "), email: account },
  };
}

/** Types into the composer of the open chat and sends it. */
export async function sayInPlayground(page: Page, text: string): Promise<void> {
  const box = page.locator('div[role="textbox"][contenteditable="true"]').last();
  await box.click();
  await box.fill(text);
  await page.getByRole("button", { name: "Send Message" }).last().click();
}
