import { Avatar, CounterBadge } from "@fluentui/react-components";
import { BotRegular, NumberSymbolRegular, PeopleTeamRegular } from "@fluentui/react-icons";
import type { Chat } from "../api-schema.ts";
import type { Feed } from "../chat/feed-state.ts";
import { isShown } from "../chat/feed-state.ts";
import { timeOf } from "../chat/message.tsx";

const icons = {
  personal: <BotRegular />,
  groupChat: <PeopleTeamRegular />,
  channel: <NumberSymbolRegular />,
} as const;

const kinds = { personal: "Chat with the bot", groupChat: "Group chat", channel: "Channel" } as const;

interface Props {
  readonly person: string;
  readonly feed: Feed;
  readonly current: string | undefined;
  readonly onPick: (chat: Chat) => void;
}

/** A list beside the chat where there is room, a row above it where there is not (see panes.css). */
export function ChatList({ person, feed, current, onPick }: Props) {
  return (
    <nav className="chats" aria-label={`Chats of ${person}`}>
      {feed.chats.map((chat) => {
        const unread = feed.unread[chat.id] ?? 0;
        const last = (feed.activities[chat.id] ?? []).filter(isShown).at(-1);
        return (
          <button
            key={chat.id}
            type="button"
            className="chats-item"
            aria-current={chat.id === current ? "true" : undefined}
            aria-label={unread > 0 ? `${chat.name}, ${unread} unread` : chat.name}
            title={chat.name}
            onClick={() => onPick(chat)}
          >
            <Avatar
              aria-hidden
              className="chats-avatar"
              icon={icons[chat.kind]}
              shape={chat.kind === "groupChat" ? "circular" : "square"}
              color={chat.kind === "personal" ? "brand" : "neutral"}
              size={32}
            />
            <span className="chats-text" aria-hidden>
              <span className="chats-name">{chat.name}</span>
              <span className="chats-kind">{kinds[chat.kind]}</span>
            </span>
            <span className="chats-side" aria-hidden>
              <span className="chats-time">{timeOf(last?.timestamp)}</span>
              {unread > 0 ? <CounterBadge size="small" color="danger" count={unread} /> : null}
            </span>
          </button>
        );
      })}
    </nav>
  );
}
