import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from "botbuilder";
import { Fault } from "../src/base/fault.ts";

/** Who calls is not Teams, or cannot be checked now. */
export class CallerFault extends Fault<"not-teams" | "cannot-check"> {}

export interface BotCredentials {
  readonly id: string;
  /** Absent in local mode only: then no token is asked of a caller and none is sent. */
  readonly password: string | undefined;
  readonly tenantId: string;
}

/** What a turn answers to the request that brought it: for an invoke its status and body. */
export interface TurnAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Microsoft's adapter behind an HTTP edge of our own: its `process` would print
 * errors, which can hold who said what, and send their messages to the caller.
 */
export class BotAdapter extends CloudAdapter {
  constructor({ id, password, tenantId }: BotCredentials) {
    const credentials = {
      MicrosoftAppId: id,
      MicrosoftAppPassword: password,
      MicrosoftAppTenantId: tenantId,
    };
    super(
      new ConfigurationBotFrameworkAuthentication(
        password === undefined ? {} : { ...credentials, MicrosoftAppType: "SingleTenant" },
      ),
    );
  }

  /** Checks who calls (`CallerFault`), then runs one turn. */
  async receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<TurnAnswer> {
    const caller = await this.botFrameworkAuthentication
      .authenticateRequest(activity, authorization)
      .catch((cause: unknown) => {
        throw callerFault(cause);
      });
    const answer = await this.processActivity(caller, activity, logic);
    return { status: answer?.status ?? 200, body: answer?.body };
  }
}

/** The keys of the token's issuer come over the network: when they do not, Teams must try again. */
function callerFault(cause: unknown): CallerFault {
  const unavailable =
    cause instanceof Error &&
    (cause.name === "FetchError" || ("statusCode" in cause && cause.statusCode === 500));
  return unavailable
    ? new CallerFault("cannot-check", "The keys that prove a caller are not to be had now.", { cause })
    : new CallerFault("not-teams", "The caller brings no valid token of the Bot Framework.", { cause });
}
