import { z } from "zod";

const personSchema = z.object({ id: z.string(), name: z.string(), account: z.string() });
export type SamplePerson = z.infer<typeof personSchema>;

const chatSchema = z.object({ id: z.string(), kind: z.enum(["personal", "groupChat", "channel"]) });

/** As much of an Adaptive Card as a test presses. */
const actionSchema: z.ZodType<CardAction> = z.lazy(() =>
  z.object({
    type: z.string(),
    title: z.string().default(""),
    verb: z.string().optional(),
    data: z.record(z.string(), z.unknown()).default({}),
    card: z.object({ actions: z.array(actionSchema).default([]) }).optional(),
  }),
);
export interface CardAction {
  readonly type: string;
  readonly title: string;
  readonly verb?: string | undefined;
  readonly data: Record<string, unknown>;
  readonly card?: { readonly actions: readonly CardAction[] } | undefined;
}
const cardSchema = z.object({
  fallbackText: z.string().default(""),
  body: z.array(z.looseObject({})).default([]),
  actions: z.array(actionSchema).default([]),
});
export type SampleCard = z.infer<typeof cardSchema>;

const activitySchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().nullish(),
  from: z.looseObject({ id: z.string(), role: z.string().nullish() }),
  conversation: z.looseObject({ id: z.string() }).optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).nullish(),
});
export type SampleActivity = z.infer<typeof activitySchema>;

const loggedSchema = z.object({
  direction: z.enum(["from-bot", "to-bot"]),
  method: z.string(),
  path: z.string().transform(decodeURIComponent),
  body: z.unknown().optional(),
  status: z.number().optional(),
});
export type LoggedCall = z.infer<typeof loggedSchema>;

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
const invokeSchema = z.object({ status: z.literal(200), body: z.object({ value: cardSchema }) });

/** The stand-in as a test talks to it: the same addresses as the local Teams page. */
export class LocalApi {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async people(): Promise<readonly SamplePerson[]> {
    return z.array(personSchema).parse(await this.#get("/local/people"));
  }

  /** The chat of a person with the bot, or the group or channel they share. */
  async chatOf(person: string, kind: z.infer<typeof chatSchema>["kind"] = "personal"): Promise<string> {
    const chats = z.array(chatSchema).parse(await this.#get(`/local/chats?person=${person}`));
    const chat = chats.find((one) => one.kind === kind);
    if (chat === undefined) throw new Error(`This person has no ${kind} chat.`);
    return chat.id;
  }

  async activitiesOf(
    person: string,
    kind: "personal" | "groupChat" | "channel" = "personal",
  ): Promise<readonly SampleActivity[]> {
    const chat = await this.chatOf(person, kind);
    const body = await this.#get(`/local/chats/${encodeURIComponent(chat)}/activities?person=${person}`);
    return z.object({ activities: z.array(activitySchema) }).parse(body).activities;
  }

  /** The cards of the bot in the personal chat of a person, oldest first. */
  async cardsOf(person: string): Promise<readonly (SampleCard & { readonly activityId: string })[]> {
    const activities = await this.activitiesOf(person);
    return activities.flatMap(({ id, attachments }) =>
      (attachments ?? [])
        .filter(({ contentType }) => contentType === "application/vnd.microsoft.card.adaptive")
        .map(({ content }) => ({ ...cardSchema.parse(content), activityId: id })),
    );
  }

  async say(person: string, text: string, locale = "nl-BE"): Promise<void> {
    const chat = await this.chatOf(person);
    const path = `/local/chats/${encodeURIComponent(chat)}/messages`;
    await this.#send("POST", path, { person, text, locale, theme: "default" });
  }

  /** Presses a button of a card; returns the card that came back in its place. */
  async press(
    person: string,
    card: { readonly activityId: string; readonly actions: readonly CardAction[] },
    verb: string,
    typed: Readonly<Record<string, string>> = {},
  ): Promise<SampleCard> {
    const action = actionsOf(card.actions).find((one) => one.verb === verb);
    if (action === undefined) throw new Error(`The card has no button "${verb}".`);
    const chat = await this.chatOf(person);
    const answer = await this.#send("POST", `/local/chats/${encodeURIComponent(chat)}/invoke`, {
      ...{
        person,
        name: "adaptiveCard/action",
        replyToId: card.activityId,
        locale: "nl-BE",
        theme: "default",
      },
      value: { action: { type: "Action.Execute", verb, data: { ...action.data, ...typed } } },
    });
    return invokeSchema.parse(answer).body.value;
  }

  async log(): Promise<readonly LoggedCall[]> {
    return z.array(loggedSchema).parse(await this.#get("/local/log"));
  }

  async fault(order: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#send("POST", "/local/faults", order);
  }

  async mend(): Promise<void> {
    await this.#send("DELETE", "/local/faults");
  }

  async #get(path: string): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`);
    if (!response.ok) throw new Error(`The stand-in answered ${response.status} to ${path}.`);
    return response.json();
  }

  async #send(method: "POST" | "DELETE", path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The stand-in answered ${response.status} to ${path}: ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }
}

/** Also the buttons inside what a button opens. */
export function actionsOf(actions: readonly CardAction[]): readonly CardAction[] {
  return actions.flatMap((action) => [action, ...actionsOf(action.card?.actions ?? [])]);
}
