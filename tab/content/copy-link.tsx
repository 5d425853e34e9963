import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Checkmark20Regular } from "@fluentui/react-icons/svg/checkmark";
import { Link20Regular } from "@fluentui/react-icons/svg/link";
import { useState } from "react";
import type { Section } from "../../src/content/model.ts";
import { useLayout } from "../components/layout.ts";
import type { Host } from "../host/teams-host.ts";
import { hashOf } from "../router.ts";
import { useServices } from "../services.ts";

const useStyles = makeStyles({
  button: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  address: {
    display: "block",
    width: "100%",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalS,
  },
});

/** Opens the section in Teams when we know our app's id there; else the page itself. */
function addressOf(section: Section, title: string, host: Host | undefined): string {
  const hash = hashOf({ page: "document", document: section.document, section: section.key });
  if (host?.appId === undefined || host.entity === undefined)
    return `${location.origin}${location.pathname}${hash}`;
  const context = JSON.stringify({ subEntityId: hash.slice(2) });
  const app = `${encodeURIComponent(host.appId)}/${encodeURIComponent(host.entity)}`;
  return `https://teams.microsoft.com/l/entity/${app}?label=${encodeURIComponent(title)}&context=${encodeURIComponent(context)}`;
}

type Copied = "not yet" | "copied" | "refused";

export function CopyLink({ section, title }: { readonly section: Section; readonly title: string }) {
  const styles = useStyles();
  const layout = useLayout();
  const { words, host } = useServices();
  const [copied, setCopied] = useState<Copied>("not yet");
  const address = addressOf(section, title, host);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      setCopied("copied");
    } catch {
      // Some hosts keep the clipboard closed to frames: then the address is shown to be copied by hand.
      setCopied("refused");
    }
  }

  return (
    <>
      <Button
        className={styles.button}
        appearance="subtle"
        icon={copied === "copied" ? <Checkmark20Regular aria-hidden /> : <Link20Regular aria-hidden />}
        aria-label={words.document.copyLink(title)}
        title={words.document.copyLink(title)}
        onClick={() => void copy()}
      />
      <span role="status" className={copied === "refused" ? undefined : layout.unseen}>
        {copied === "copied" ? words.document.linkCopied : null}
        {copied === "refused" ? (
          <label>
            {words.document.linkShown}
            <input
              className={styles.address}
              readOnly
              value={address}
              onFocus={(event) => event.currentTarget.select()}
            />
          </label>
        ) : null}
      </span>
    </>
  );
}
