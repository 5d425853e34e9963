import { Avatar, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Building24Regular } from "@fluentui/react-icons/svg/building";
import { useRef } from "react";
import { localize } from "../../src/base/language.ts";
import type { Actor } from "../../src/content/model.ts";
import type { Presence } from "../graph/colleagues.ts";
import { useServices } from "../services.ts";
import { ContactWays } from "./contact-ways.tsx";
import { usePicture } from "./use-colleagues.ts";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  head: { display: "flex", gap: tokens.spacingHorizontalM, alignItems: "flex-start" },
  who: { minWidth: 0, flexGrow: 1 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
  },
  line: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: 1.4 },
  quiet: { color: tokens.colorNeutralForeground3 },
  tag: {
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "22px",
    color: tokens.colorNeutralForeground2,
  },
  said: { margin: 0, color: tokens.colorNeutralForeground1, lineHeight: 1.5 },
});

const avatarStatus = {
  available: "available",
  away: "away",
  busy: "busy",
  "do-not-disturb": "do-not-disturb",
  offline: "offline",
} as const;

function Portrait(props: {
  readonly actor: Actor;
  readonly presence: Presence;
  readonly picture: string | undefined;
}) {
  const { presence: presenceWords } = useServices().words.people;
  const status = props.presence === "unknown" ? undefined : avatarStatus[props.presence];
  if (props.actor.kind === "service")
    return <Avatar size={48} shape="square" icon={<Building24Regular />} aria-hidden />;
  return (
    <Avatar
      size={48}
      name={props.actor.name}
      color="colorful"
      aria-hidden={status === undefined ? true : undefined}
      {...(props.picture === undefined ? {} : { image: { src: props.picture, alt: "" } })}
      {...(status === undefined ? {} : { badge: { status, "aria-label": presenceWords[props.presence] } })}
    />
  );
}

/** A person or service one can turn to, and the ways to reach them. */
export function ActorCard({ actor, presence }: { readonly actor: Actor; readonly presence: Presence }) {
  const styles = useStyles();
  const { words, language } = useServices();
  const card = useRef<HTMLLIElement>(null);
  const picture = usePicture(card, actor.memberId);
  const said = actor.introduction === undefined ? undefined : localize(actor.introduction, language);
  const place = [actor.entity, actor.site].filter((part) => part !== undefined && part !== "").join(", ");
  const speaks = actor.languages.map((spoken) => words.languages[spoken]).join(", ");
  return (
    <li ref={card} className={styles.card} data-testid="actor" data-actor={actor.id}>
      <div className={styles.head}>
        <Portrait actor={actor} presence={presence} picture={picture} />
        <div className={styles.who}>
          <h3 className={styles.name}>{actor.name}</h3>
          <p className={styles.line}>{words.roles[actor.role].name}</p>
          {place === "" ? null : <p className={mergeClasses(styles.line, styles.quiet)}>{place}</p>}
        </div>
        <span className={styles.tag}>{actor.external ? words.people.external : words.people.internal}</span>
      </div>
      {said === undefined ? null : (
        <p className={styles.said} lang={said.language}>
          {said.text}
        </p>
      )}
      {speaks === "" ? null : (
        <p className={mergeClasses(styles.line, styles.quiet)}>{words.people.speaks(speaks)}</p>
      )}
      <ContactWays actor={actor} />
    </li>
  );
}
