import { Avatar, type AvatarProps } from "@fluentui/react-components";
import { BotRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { photoOf } from "../api.ts";
import type { Activity, Person } from "../api-schema.ts";
import { type CardHandler, CardView } from "../cards/card-view.tsx";
import type { Intent } from "../cards/intent.ts";
import { RichText } from "./rich-text.tsx";
import type { Outcome } from "./talk.ts";

const cardType = "application/vnd.microsoft.card.adaptive";

export interface MessageContext {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly botName: string;
  readonly locale: string;
  readonly act: (activity: string, intent: Intent) => Promise<Outcome>;
}

/** Persons travel under their directory id; whoever is not in the directory is the bot. */
export function authorOf(activity: Activity, people: readonly Person[]): Person | undefined {
  const ids = [activity.from.aadObjectId, activity.from.id];
  return activity.from.role === "bot"
    ? undefined
    : people.find((person) => ids.some((id) => id?.endsWith(person.id)));
}

export function PersonAvatar({ person, size = 32 }: { person: Person; size?: AvatarProps["size"] }) {
  return (
    <Avatar
      aria-hidden
      name={person.name}
      color="colorful"
      idForColor={person.id}
      size={size ?? 32}
      {...(person.hasPhoto ? { image: { src: photoOf(person.id), alt: "" } } : {})}
    />
  );
}

/** The sample people live here, wherever the developer is; the stand-in tells the bot the same. */
export const timeZone = "Europe/Brussels";

export function timeOf(timestamp: string | null | undefined): string {
  const date = new Date(timestamp ?? "");
  return Number.isNaN(date.getTime())
    ? ""
    : date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
}

/** An answer to Action.Execute stands in the card's place until the bot itself updates the message. */
function CardMessage(props: { activity: Activity; card: unknown; label: string; context: MessageContext }) {
  const { activity, card, label, context } = props;
  const [answer, setAnswer] = useState<{ over: string; card: unknown }>();
  const [note, setNote] = useState<string>();
  const json = JSON.stringify(card);
  // The bot may update the message while it answers: the answer stands over what is shown by then.
  const shown = useRef(json);
  useEffect(() => {
    shown.current = json;
  }, [json]);
  const onIntent: CardHandler = async (intent) => {
    setNote(undefined);
    const outcome = await context.act(activity.id, intent);
    switch (outcome.kind) {
      case "failed":
        return outcome.text;
      case "card":
        setAnswer({ over: shown.current, card: outcome.card });
        return undefined;
      case "message":
        setNote(outcome.text);
        return undefined;
      case "dialog":
      case "done":
        return undefined;
    }
  };
  return (
    <div className="chat-card">
      <CardView
        card={answer?.over === json ? answer.card : card}
        label={label}
        lang={context.locale}
        onIntent={onIntent}
      />
      {note === undefined ? null : (
        <p className="card-note" role="status" lang={context.locale}>
          {note}
        </p>
      )}
    </div>
  );
}

interface Props {
  readonly activity: Activity;
  /** First of a run by the same author: shows who and when. */
  readonly leads: boolean;
  readonly context: MessageContext;
}

export function Message({ activity, leads, context }: Props) {
  const author = authorOf(activity, context.people);
  const mine = author?.id === context.me.id;
  const name = author?.name ?? activity.from.name ?? context.botName;
  const cards = (activity.attachments ?? []).filter((attachment) => attachment.contentType === cardType);
  const text = activity.text ?? "";
  const format = activity.textFormat ?? (author === undefined ? "markdown" : "plain");
  return (
    <article
      className={`chat-message${mine ? " chat-mine" : ""}${leads ? " chat-leads" : ""}`}
      aria-label={`${mine ? "You" : name}, ${timeOf(activity.timestamp)}`}
    >
      <div className="chat-avatar">
        {!leads || mine ? null : author === undefined ? (
          <Avatar aria-hidden icon={<BotRegular />} color="brand" shape="square" size={32} />
        ) : (
          <PersonAvatar person={author} />
        )}
      </div>
      <div className="chat-content">
        {leads ? (
          <p className="chat-byline">
            {mine ? null : <span className="chat-author">{name}</span>}
            <time dateTime={activity.timestamp ?? ""}>{timeOf(activity.timestamp)}</time>
          </p>
        ) : null}
        {text === "" ? null : (
          <div className="chat-bubble" lang={context.locale}>
            <RichText text={text} format={format} />
          </div>
        )}
        {cards.map((card, place) => (
          <CardMessage
            key={`${activity.id}-${place.toString()}`}
            activity={activity}
            card={card.content}
            label={`Card from ${name}`}
            context={context}
          />
        ))}
      </div>
    </article>
  );
}
