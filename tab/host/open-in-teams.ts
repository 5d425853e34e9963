import type { MouseEvent } from "react";
import type { Host } from "./teams-host.ts";

/** Lets Teams follow a link to itself; where it does not, the browser does. */
export function openInTeams(
  host: Host | undefined,
  address: string,
): ((event: MouseEvent) => void) | undefined {
  if (host === undefined) return undefined;
  return (event) => {
    event.preventDefault();
    host.openLink(address).catch(() => window.open(address, "_blank", "noopener"));
  };
}
