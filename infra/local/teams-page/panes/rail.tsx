import { CounterBadge } from "@fluentui/react-components";
import {
  ChatFilled,
  ChatRegular,
  CompassNorthwestFilled,
  CompassNorthwestRegular,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";

export type RailPlace = "chat" | "app";

interface ItemProps {
  readonly name: string;
  readonly current: boolean;
  readonly icon: ReactNode;
  readonly unread: number;
  readonly onPick: () => void;
}

function Item({ name, current, icon, unread, onPick }: ItemProps) {
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={current ? "page" : undefined}
      aria-label={unread > 0 ? `${name}, ${unread} unread` : name}
      title={name}
      onClick={onPick}
    >
      <span className="rail-icon" aria-hidden>
        {icon}
        {unread > 0 ? (
          <CounterBadge className="rail-badge" size="small" color="danger" count={unread} />
        ) : null}
      </span>
      <span className="rail-name" aria-hidden>
        {name}
      </span>
    </button>
  );
}

interface Props {
  readonly person: string;
  readonly appName: string;
  readonly current: RailPlace;
  readonly unread: number;
  readonly onPick: (place: RailPlace) => void;
}

/** As in Teams: chats are one place, the app with its tabs another. */
export function Rail({ person, appName, current, unread, onPick }: Props) {
  return (
    <nav className="rail" aria-label={`Places of ${person}`}>
      <Item
        name="Chat"
        current={current === "chat"}
        icon={current === "chat" ? <ChatFilled /> : <ChatRegular />}
        unread={unread}
        onPick={() => onPick("chat")}
      />
      <Item
        name={appName}
        current={current === "app"}
        icon={current === "app" ? <CompassNorthwestFilled /> : <CompassNorthwestRegular />}
        unread={0}
        onPick={() => onPick("app")}
      />
    </nav>
  );
}
