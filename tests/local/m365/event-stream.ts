import { z } from "zod";

const eventSchema = z.looseObject({
  type: z.string(),
  chat: z.string(),
  activity: z.looseObject({ id: z.string() }),
});

/** Follows a person's server-sent events, as the local Teams page does. */
export async function eventsOf(url: string, person: string) {
  const ending = new AbortController();
  const response = await fetch(`${url}/local/events?person=${person}`, { signal: ending.signal });
  const seen: z.infer<typeof eventSchema>[] = [];
  const reading = read(response, (line) => seen.push(eventSchema.parse(JSON.parse(line)))).catch(
    (error: unknown) => {
      if (!ending.signal.aborted) throw error;
    },
  );
  return {
    type: response.headers.get("content-type"),
    seen,
    stop: async () => {
      ending.abort();
      await reading;
    },
  };
}

async function read(response: Response, onData: (line: string) => void): Promise<void> {
  let rest = "";
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("data: ")) onData(line.slice("data: ".length));
  }
}
