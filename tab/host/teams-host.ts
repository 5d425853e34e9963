import { app } from "@microsoft/teams-js";
import type { Settings } from "./settings.ts";

/** What the tab uses of Teams. */
export interface Host {
  readonly theme: string;
  readonly locale: string;
  /** What a deep link asks for, such as "nota/geschenken" (once called subEntityId). */
  readonly subPage: string | undefined;
  /** Which of our tabs this is, as the manifest names it (once called entityId). */
  readonly entity: string | undefined;
  /** The id of our app in this tenant's Teams, for links to share. */
  readonly appId: string | undefined;
  onThemeChange(changed: (theme: string) => void): void;
  openLink(address: string): Promise<void>;
  ready(): void;
  failed(message: string): void;
}

const patience = 10_000;

function late(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error("Teams did not answer in time.")), patience);
  });
}

/** Shakes hands with Teams. Rejects outside Teams, and when Teams keeps silent. */
export async function connectHost(settings: Settings): Promise<Host> {
  await Promise.race([app.initialize([...settings.hostOrigins]), late()]);
  const context = await Promise.race([app.getContext(), late()]);
  app.notifyAppLoaded();
  return {
    theme: context.app.theme,
    locale: context.app.locale,
    subPage: context.page.subPageId || undefined,
    entity: context.page.id || undefined,
    appId: context.app.appId?.toString(),
    onThemeChange: (changed) => app.registerOnThemeChangeHandler(changed),
    openLink: (address) => app.openLink(address),
    ready: () => app.notifySuccess(),
    failed: (message) => app.notifyFailure({ reason: app.FailedReason.Other, message }),
  };
}
