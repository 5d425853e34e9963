import { Chat20Regular } from "@fluentui/react-icons/svg/chat";
import { useButtonStyles } from "../components/button-styles.ts";
import { openInTeams } from "../host/open-in-teams.ts";
import { useServices } from "../services.ts";

/** Leads to the chat with the bot, where questions are asked. Until we know the bot, to people. */
export function AskButton() {
  const { primary } = useButtonStyles();
  const { words, chatAddress, host } = useServices();
  const out = chatAddress === undefined ? {} : { target: "_blank", rel: "noopener noreferrer" };
  return (
    <a
      className={primary}
      href={chatAddress ?? "#/wie"}
      data-testid="ask"
      onClick={chatAddress === undefined ? undefined : openInTeams(host, chatAddress)}
      {...out}
    >
      <Chat20Regular aria-hidden />
      {words.home.askButton}
    </a>
  );
}
