import type { Activity, ActivityHandler } from "botbuilder";
import { z } from "zod";
import type { Log } from "../../src/base/ports.ts";
import { type BotAdapter, CallerFault } from "../bot-adapter.ts";
import type { Answer } from "./answer.ts";

/** What every activity must have before botbuilder may see it. */
const essentials = z.object({
  type: z.string().min(1),
  id: z.string().optional(),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  channelId: z.string().min(1),
  from: z.object({ id: z.string().min(1), aadObjectId: z.string().optional() }),
  recipient: z.object({ id: z.string().min(1) }),
  conversation: z.object({ id: z.string().min(1) }),
  text: z.string().nullish(),
});

const activitySchema = z.custom<Activity>((body) => essentials.safeParse(body).success);

export interface MessagesParts {
  readonly adapter: BotAdapter;
  readonly chatBot: ActivityHandler;
  readonly log: Log;
}

/** One activity from Teams. */
export async function receiveActivity(
  parts: MessagesParts,
  authorization: string,
  body: unknown,
): Promise<Answer> {
  const activity = activitySchema.safeParse(body);
  if (!activity.success) return { status: 400, body: { error: "This is no activity of the Bot Framework." } };
  try {
    return await parts.adapter.receive(authorization, activity.data, (context) => parts.chatBot.run(context));
  } catch (error) {
    if (error instanceof CallerFault) return refuse(error, parts.log);
    parts.log("error", "turn-failed", {}, error);
    return { status: 500, body: { error: "The turn failed." } };
  }
}

function refuse(fault: CallerFault, log: Log): Answer {
  log("warn", "caller-refused", { reason: fault.reason });
  switch (fault.reason) {
    case "not-teams":
      return { status: 401, body: { error: "The caller is not Teams." } };
    case "cannot-check":
      return { status: 503, body: { error: "The caller cannot be checked now." } };
  }
}
