import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { teamsIds } from "../../../infra/local/m365/connector/ids.ts";
import { sampleIds } from "../../../infra/local/m365/sample-ids.ts";
import type { LoggedCall } from "./local-api.ts";
import { root } from "./processes.ts";

const peopleSchema = z.array(
  z.object({ id: z.string(), displayName: z.string(), userPrincipalName: z.string() }),
);

/** Words too short or too common to prove anything: commands, and what our own events are called. */
const shortestTelling = 12;

/** What a person typed, in a message or in a card, as the connector passed it on. */
const saidSchema = z.object({
  id: z.string().optional(),
  text: z.string().nullish(),
  value: z.object({ action: z.object({ data: z.record(z.string(), z.unknown()) }) }).optional(),
});

export function textsIn(calls: readonly LoggedCall[]): readonly string[] {
  return calls.flatMap(({ direction, body }) => {
    const said = saidSchema.safeParse(body);
    if (direction !== "to-bot" || !said.success) return [];
    const { text, value } = said.data;
    const data = value?.action.data ?? {};
    return [text, data["text"], data["answer"]].filter((one) => typeof one === "string");
  });
}

/** Names, accounts and ids of everybody in the sample site, as Entra and as Teams know them. */
function everybody(): readonly string[] {
  const file = readFileSync(join(root, "infra/local/site/people.json"), "utf8");
  const ids = teamsIds(sampleIds.bot, sampleIds.tenant);
  return peopleSchema
    .parse(JSON.parse(file))
    .flatMap(({ id, displayName, userPrincipalName }) => [
      id,
      displayName,
      userPrincipalName,
      ids.user(id),
      ids.personalChat(id),
    ]);
}

/** The lines that tell who or what: there must be none. */
export function tellingLines(lines: readonly string[], texts: readonly string[]): readonly string[] {
  const telling = [...everybody(), ...texts.filter((text) => text.length >= shortestTelling)];
  const words = telling.map((word) => word.toLowerCase());
  return lines.filter((line) => words.some((word) => line.toLowerCase().includes(word)));
}
