import { makeStyles, tokens } from "@fluentui/react-components";
import { Call20Regular } from "@fluentui/react-icons/svg/call";
import { Chat20Regular } from "@fluentui/react-icons/svg/chat";
import { Globe20Regular } from "@fluentui/react-icons/svg/globe";
import { Mail20Regular } from "@fluentui/react-icons/svg/mail";
import type { MouseEvent, ReactNode } from "react";
import type { Actor } from "../../src/content/model.ts";
import { openInTeams } from "../host/open-in-teams.ts";
import { useServices } from "../services.ts";

const useStyles = makeStyles({
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    marginTop: "auto",
    marginInline: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  action: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    minHeight: "40px",
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "none",
    ":hover": { textDecorationLine: "underline", backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface ActionProps {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly out?: boolean;
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
}

function Action({ href, label, icon, children, out, onClick }: ActionProps) {
  const styles = useStyles();
  const leaving = out ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return (
    <a className={styles.action} href={href} aria-label={label} onClick={onClick} {...leaving}>
      {icon}
      {children}
    </a>
  );
}

/** Chat, phone, mail, site: those that the actor has. */
export function ContactWays({ actor }: { readonly actor: Actor }) {
  const styles = useStyles();
  const { words, host } = useServices();
  const { people } = words;
  const chat =
    actor.account === undefined
      ? undefined
      : `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(actor.account)}`;
  return (
    <div className={styles.actions}>
      {chat === undefined ? null : (
        <Action
          href={chat}
          label={people.chat(actor.name)}
          icon={<Chat20Regular aria-hidden />}
          out
          onClick={openInTeams(host, chat)}
        >
          {people.chatShort}
        </Action>
      )}
      {actor.phone === undefined ? null : (
        <Action
          href={`tel:${actor.phone.replace(/[^+0-9]/g, "")}`}
          label={`${people.call(actor.name)}: ${actor.phone}`}
          icon={<Call20Regular aria-hidden />}
        >
          {actor.phone}
        </Action>
      )}
      {actor.email === undefined ? null : (
        <Action
          href={`mailto:${actor.email}`}
          label={people.mail(actor.name)}
          icon={<Mail20Regular aria-hidden />}
        >
          {people.mailShort}
        </Action>
      )}
      {actor.website === undefined ? null : (
        <Action
          href={actor.website}
          label={`${people.site(actor.name)} (${words.opensNewTab})`}
          icon={<Globe20Regular aria-hidden />}
          out
        >
          {people.siteShort}
        </Action>
      )}
    </div>
  );
}
