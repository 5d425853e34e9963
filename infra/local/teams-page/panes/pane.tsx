import { Button, Link, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useRef } from "react";
import type { Speaker } from "../api.ts";
import type { AppTab, Person, Settings } from "../api-schema.ts";
import { type Locale, localeFor, type PaneChoices, type Side, type ThemeName } from "../view/choices.ts";
import { ChatArea } from "./chat-area.tsx";
import type { PaneDialogState } from "./dialog.ts";
import { DialogView } from "./dialog-view.tsx";
import { PaneHead } from "./pane-head.tsx";
import { Rail } from "./rail.tsx";
import { contextFor, type Surroundings, TabFrames } from "./tab-frames.tsx";
import { type Guests, useDesk, useGuests } from "./use-desk.ts";
import { useDialog } from "./use-dialog.ts";
import { type Notice, useNotice } from "./use-notice.ts";
import { usePaneFeed } from "./use-pane-feed.ts";
import { usePlaces } from "./use-places.ts";
import { whereFrom } from "./where.ts";

export interface PaneProps {
  readonly side: Side;
  readonly me: Person;
  readonly people: readonly Person[];
  readonly settings: Settings;
  readonly choices: PaneChoices;
  readonly theme: ThemeName;
  readonly phone: boolean;
  readonly onChange: (change: Partial<PaneChoices>) => void;
}

function NoticeLine({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  return (
    <MessageBar className="pane-notice" intent="info" layout="multiline">
      <MessageBarBody>
        {notice.text} {notice.link === undefined ? null : <Link href={notice.link}>{notice.link}</Link>}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button appearance="transparent" icon={<DismissRegular />} aria-label="Dismiss" onClick={onClose} />
        }
      />
    </MessageBar>
  );
}

/** Sets `inert`, which React 18 does not know as a property, on what lies under a dialog. */
function inertWhen(covered: boolean) {
  return (element: HTMLElement | null) => element?.toggleAttribute("inert", covered);
}

function focusIn(rail: HTMLElement | null): void {
  rail?.querySelector<HTMLElement>("[aria-current]")?.focus();
}

interface PaneDialogProps {
  readonly open: PaneDialogState;
  readonly around: Surroundings;
  readonly tab: AppTab | undefined;
  readonly dialog: ReturnType<typeof useDialog>;
  readonly guests: Guests;
  readonly deskFor: ReturnType<typeof useDesk>;
}

/** A dialog opened from a chat belongs to no tab; its page is told of the first one. */
function PaneDialog({ open, around, tab, dialog, guests, deskFor }: PaneDialogProps) {
  const { settings } = around;
  const origin = tab ?? settings.tabs[0] ?? { entityId: "", name: settings.botName, path: "" };
  return (
    <DialogView
      dialog={open}
      context={contextFor(around, origin.entityId, "", "task")}
      desk={deskFor(origin, open.task.url ?? settings.tabUrl)}
      onIntent={dialog.onIntent}
      onClose={dialog.close}
      onGuest={guests.keepDialog}
    />
  );
}

/** Everything one person sees. Keyed by person: someone else in the pane starts afresh. */
function PaneBody(props: PaneProps & { readonly locale: Locale }) {
  const { me, people, settings, choices, theme, locale, phone, onChange } = props;
  const where = whereFrom(choices.app, settings.tabs);
  const tab = where.kind === "tab" ? where.tab : undefined;
  const places = usePlaces(tab, choices.page, onChange);
  const speaker: Speaker = { person: me.id, locale, theme };
  const around: Surroundings = { settings, me, theme, locale, client: phone ? "android" : "web" };
  const rail = useRef<HTMLDivElement>(null);
  const [notice, setNotice] = useNotice();
  const { feed, status, chat, unread } = usePaneFeed(me.id, where);
  const dialog = useDialog(speaker);
  const guests = useGuests();
  const deskFor = useDesk(
    {
      me,
      people,
      settings,
      dialog,
      goTo: places.goTo,
      notify: setNotice,
      focusRail: () => focusIn(rail.current),
    },
    guests,
  );
  return (
    <>
      <div className="pane-body" ref={inertWhen(dialog.dialog !== undefined)}>
        <div className="pane-rail" ref={rail}>
          <Rail
            person={me.name}
            appName={settings.botName}
            current={where.kind === "chat" ? "chat" : "app"}
            unread={unread}
            onPick={places.pickOnRail}
          />
        </div>
        <div className="pane-main">
          <ChatArea
            {...{ feed, status, chat, me, people, settings, speaker, dialog }}
            visible={where.kind === "chat"}
            onPick={places.pick}
          />
          <TabFrames
            around={around}
            current={tab}
            page={choices.page}
            deskFor={deskFor}
            guests={guests}
            onPick={places.pick}
          />
          {notice === undefined ? null : <NoticeLine notice={notice} onClose={() => setNotice(undefined)} />}
        </div>
      </div>
      {dialog.dialog === undefined ? null : (
        <PaneDialog {...{ around, dialog, guests, deskFor }} open={dialog.dialog} tab={tab} />
      )}
    </>
  );
}

export function Pane(props: PaneProps) {
  const { side, me, people, choices, phone, onChange } = props;
  const locale = choices.locale ?? localeFor(me.language);
  return (
    <section className={`pane${phone ? " pane-phone" : ""}`} aria-label={me.name} data-side={side}>
      <PaneHead
        me={me}
        people={people}
        locale={locale}
        onPerson={(person) => onChange({ person, locale: undefined, page: "" })}
        onLocale={(next) => onChange({ locale: next })}
      />
      <PaneBody key={me.id} {...props} locale={locale} />
    </section>
  );
}
