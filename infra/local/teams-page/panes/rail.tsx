import { CounterBadge } from "@fluentui/react-components";
import {
  AppsListDetailFilled,
  AppsListDetailRegular,
  ChatFilled,
  ChatRegular,
  CompassNorthwestFilled,
  CompassNorthwestRegular,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { AppTab } from "../api-schema.ts";

interface Item {
  readonly key: string;
  readonly name: string;
  readonly icon: ReactNode;
  readonly unread: number;
}

function itemsOf(tabs: readonly AppTab[], current: string, unread: number): readonly Item[] {
  const chat = {
    key: "chat",
    name: "Chat",
    icon: current === "chat" ? <ChatFilled /> : <ChatRegular />,
    unread,
  };
  const apps = tabs.map((tab, place) => ({
    key: tab.entityId,
    name: tab.name,
    icon:
      place === 0 ? (
        current === tab.entityId ? (
          <CompassNorthwestFilled />
        ) : (
          <CompassNorthwestRegular />
        )
      ) : current === tab.entityId ? (
        <AppsListDetailFilled />
      ) : (
        <AppsListDetailRegular />
      ),
    unread: 0,
  }));
  return [chat, ...apps];
}

interface Props {
  readonly person: string;
  readonly tabs: readonly AppTab[];
  /** `chat` or a tab's entity id. */
  readonly current: string;
  readonly unread: number;
  readonly onPick: (key: string) => void;
}

export function Rail({ person, tabs, current, unread, onPick }: Props) {
  return (
    <nav className="rail" aria-label={`Apps of ${person}`}>
      {itemsOf(tabs, current, unread).map((item) => (
        <button
          key={item.key}
          type="button"
          className="rail-item"
          aria-current={item.key === current ? "page" : undefined}
          aria-label={item.unread > 0 ? `${item.name}, ${item.unread} unread` : item.name}
          onClick={() => onPick(item.key)}
        >
          <span className="rail-icon" aria-hidden>
            {item.icon}
            {item.unread > 0 ? (
              <CounterBadge className="rail-badge" size="small" color="danger" count={item.unread} />
            ) : null}
          </span>
          <span className="rail-name" aria-hidden>
            {item.name}
          </span>
        </button>
      ))}
    </nav>
  );
}
