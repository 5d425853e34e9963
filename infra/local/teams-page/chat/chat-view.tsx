import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { type Speaker, sendMessage } from "../api.ts";
import type { Activity, Chat, SuggestedAction } from "../api-schema.ts";
import { Composer } from "./composer.tsx";
import { safeHref } from "./markdown.ts";
import type { MessageContext } from "./message.tsx";
import { MessageList } from "./message-list.tsx";
import { wordsFor } from "./talk.ts";

interface Props {
  readonly chat: Chat;
  readonly speaker: Speaker;
  readonly activities: readonly Activity[];
  readonly typing: string | undefined;
  readonly undelivered: boolean;
  readonly visible: boolean;
  readonly context: MessageContext;
}

/** Suggested actions belong to the newest message and go as soon as anything follows it. */
function suggestionsOf(activities: readonly Activity[]): readonly SuggestedAction[] {
  return activities.at(-1)?.suggestedActions?.actions ?? [];
}

const emptyText = {
  personal: "No messages yet. Write one below: the bot answers here.",
  groupChat: "A group chat with colleagues and the bot. The bot hears you only when you mention it.",
  channel: "A channel of the team. The bot hears you only when you mention it.",
} as const;

export function ChatView({ chat, speaker, activities, typing, undelivered, visible, context }: Props) {
  const say = (text: string, mentionBot: boolean) =>
    sendMessage(chat.id, speaker, chat.kind === "personal" ? { text } : { text, mentionBot });
  const [fault, setFault] = useState<string>();
  const follow = (action: SuggestedAction) => {
    const value = typeof action.value === "string" ? action.value : action.title;
    const url = action.type === "openUrl" ? safeHref(value) : undefined;
    if (url === undefined) {
      say(value, true).catch((cause: unknown) => setFault(wordsFor(cause)));
    } else {
      window.open(url, "_blank", "noopener");
    }
  };
  const suggestions = suggestionsOf(activities);
  return (
    <div className="chat" hidden={!visible}>
      <MessageList
        activities={activities}
        typing={typing}
        label={`Messages in ${chat.name}`}
        visible={visible}
        context={context}
        empty={emptyText[chat.kind]}
      />
      {fault === undefined ? null : (
        <p className="chat-undelivered" role="alert">
          {fault}
        </p>
      )}
      {undelivered ? (
        <p className="chat-undelivered" role="status">
          The app did not answer. Is its server running?
        </p>
      ) : null}
      {suggestions.length === 0 ? null : (
        <fieldset className="chat-suggestions" lang={context.locale}>
          <legend className="unseen">Suggested replies</legend>
          {suggestions.map((action) => (
            <Button key={action.title} shape="circular" size="small" onClick={() => follow(action)}>
              {action.title}
            </Button>
          ))}
        </fieldset>
      )}
      <Composer
        botName={context.botName}
        label={chat.kind === "channel" ? `Start a post in ${chat.name}` : "Type a message"}
        canMention={chat.kind !== "personal"}
        onSend={say}
      />
    </div>
  );
}
