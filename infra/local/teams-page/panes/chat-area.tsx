import { Skeleton, SkeletonItem } from "@fluentui/react-components";
import { useState } from "react";
import type { Speaker } from "../api.ts";
import type { Chat, Person, Settings } from "../api-schema.ts";
import { ChatView } from "../chat/chat-view.tsx";
import type { Feed } from "../chat/feed-state.ts";
import type { MessageContext } from "../chat/message.tsx";
import { carryOut } from "../chat/talk.ts";
import type { FeedStatus } from "../chat/use-feed.ts";
import { ChatList } from "./chat-list.tsx";
import type { useDialog } from "./use-dialog.ts";
import { appOf } from "./where.ts";

interface Props {
  readonly feed: Feed;
  readonly status: FeedStatus;
  readonly chat: Chat | undefined;
  readonly me: Person;
  readonly people: readonly Person[];
  readonly settings: Settings;
  readonly speaker: Speaker;
  readonly dialog: ReturnType<typeof useDialog>;
  readonly visible: boolean;
  readonly onPick: (app: string) => void;
}

function Waiting() {
  return (
    <Skeleton aria-label="Loading the chats" className="chat-skeleton">
      <SkeletonItem style={{ width: "60%" }} />
      <SkeletonItem size={64} style={{ width: "75%" }} />
      <SkeletonItem style={{ width: "40%" }} />
    </Skeleton>
  );
}

/** The chats of one person. A chat once opened stays alive, so that nothing half-typed gets lost. */
export function ChatArea(props: Props) {
  const { feed, status, chat, me, people, settings, speaker, dialog, visible, onPick } = props;
  const [visited, setVisited] = useState<readonly string[]>([]);
  if (chat !== undefined && !visited.includes(chat.id)) {
    setVisited([...visited, chat.id]);
  }
  const contextOf = (one: Chat): MessageContext => ({
    me,
    people,
    botName: settings.botName,
    locale: speaker.locale,
    act: async (replyToId, intent) => {
      const outcome = await carryOut({ chat: one.id, speaker, replyToId }, intent);
      if (outcome.kind === "dialog") {
        dialog.openFromChat(one.id, replyToId, outcome.task);
      } else if (outcome.kind === "message" && intent.kind === "task") {
        dialog.openFromChat(one.id, replyToId, { title: settings.botName }, outcome.text);
      }
      return outcome;
    },
  });
  return (
    <div className="chat-area" hidden={!visible}>
      <ChatList person={me.name} feed={feed} current={chat?.id} onPick={(one) => onPick(appOf(one.kind))} />
      <div className="chat-room">
        {status === "lost" ? (
          <p className="pane-lost" role="status">
            The stand-in does not answer. This pane tries again by itself.
          </p>
        ) : null}
        {status === "loading" ? <Waiting /> : null}
        {feed.chats
          .filter((one) => visited.includes(one.id))
          .map((one) => (
            <ChatView
              key={one.id}
              chat={one}
              speaker={speaker}
              activities={feed.activities[one.id] ?? []}
              typing={feed.typing[one.id]?.name}
              undelivered={feed.undelivered[one.id] === true}
              visible={visible && one.id === chat?.id}
              context={contextOf(one)}
            />
          ))}
      </div>
    </div>
  );
}
