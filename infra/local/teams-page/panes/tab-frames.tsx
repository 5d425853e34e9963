import { useState } from "react";
import type { AppTab, Person, Settings } from "../api-schema.ts";
import { addressOf } from "../host/address.ts";
import { AppFrame } from "../host/app-frame.tsx";
import type { ClientType, FrameContext, TeamsContext } from "../host/protocol.ts";
import type { FrameDesk } from "../host/use-guest.ts";
import type { Locale, ThemeName } from "../view/choices.ts";
import type { Guests } from "./use-desk.ts";

export interface Surroundings {
  readonly settings: Settings;
  readonly me: Person;
  readonly theme: ThemeName;
  readonly locale: Locale;
  readonly client: ClientType;
}

const session = crypto.randomUUID();

export function contextFor(
  around: Surroundings,
  entityId: string,
  page: string,
  frameContext: FrameContext,
): TeamsContext {
  return {
    locale: around.locale,
    theme: around.theme,
    entityId,
    subEntityId: page,
    frameContext,
    hostName: "Teams",
    hostClientType: around.client,
    tid: around.settings.tenantId,
    userObjectId: around.me.id,
    userDisplayName: around.me.name,
    loginHint: around.me.account,
    userPrincipalName: around.me.account,
    sessionId: session,
    appSessionId: session,
  };
}

interface Props {
  readonly around: Surroundings;
  readonly current: AppTab | undefined;
  readonly page: string;
  readonly deskFor: (tab: AppTab, contentUrl: string) => FrameDesk;
  readonly guests: Guests;
  readonly onPick: (entityId: string) => void;
}

function TabBar({ around, current, onPick }: Pick<Props, "around" | "current" | "onPick">) {
  return (
    <nav className="tabs" aria-label={`Tabs of ${around.me.name}`}>
      {around.settings.tabs.map((tab) => (
        <button
          key={tab.entityId}
          type="button"
          className="tabs-item"
          aria-current={tab.entityId === current?.entityId ? "page" : undefined}
          onClick={() => onPick(tab.entityId)}
        >
          {tab.name}
        </button>
      ))}
    </nav>
  );
}

/** A tab's frame is made at its first visit and then kept, hidden, as Teams keeps it. */
export function TabFrames({ around, current, page, deskFor, guests, onPick }: Props) {
  const [visited, setVisited] = useState<readonly string[]>([]);
  const [pages, setPages] = useState<Readonly<Record<string, string>>>({});
  if (current !== undefined && !visited.includes(current.entityId)) {
    setVisited([...visited, current.entityId]);
  }
  if (current !== undefined && (pages[current.entityId] ?? "") !== page) {
    setPages({ ...pages, [current.entityId]: page });
  }
  const frames = around.settings.tabs
    .filter((tab) => visited.includes(tab.entityId))
    .map((tab) => {
      const at = pages[tab.entityId] ?? "";
      const { settings, me, theme, locale, client } = around;
      const src = addressOf({ settings, tab, person: me, theme, locale, page: at, client });
      return (
        <div key={tab.entityId} className="tab" hidden={tab.entityId !== current?.entityId}>
          <AppFrame
            key={`${locale} ${client}`}
            src={src}
            title={tab.name}
            context={contextFor(around, tab.entityId, at, "content")}
            desk={deskFor(tab, src)}
            onGuest={guests.keepTab(tab.entityId)}
          />
        </div>
      );
    });
  return (
    <div className="app-area" hidden={current === undefined}>
      {around.settings.tabs.length > 1 ? <TabBar around={around} current={current} onPick={onPick} /> : null}
      <div className="app-frames">{frames}</div>
    </div>
  );
}
