import { z } from "zod";

const peopleSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** What a newcomer needs to know once everything runs. */
export async function readyBlock(m365Url: string, tookMs: number): Promise<string> {
  const people = peopleSchema.parse(await (await fetch(`${m365Url}/local/people`)).json());
  const nameOf = (number: string) => people.find(({ id }) => id.endsWith(number))?.name;
  const asker = nameOf("01") ?? "an asker";
  const member = nameOf("04") ?? "a network member";
  return [
    "",
    `  Ready in ${(tookMs / 1000).toFixed(1)} s.`,
    "",
    `  Open   ${m365Url}/`,
    `  Be     ${asker}, who asks, beside ${member}, who answers for the network`,
    "  Stop   Ctrl-C",
    "",
  ].join("\n");
}
