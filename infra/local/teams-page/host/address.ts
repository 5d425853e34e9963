import type { AppTab, Person, Settings } from "../api-schema.ts";

export interface Placing {
  readonly settings: Settings;
  readonly tab: AppTab;
  readonly person: Person;
  readonly theme: string;
  readonly locale: string;
  readonly page: string;
  readonly client: string;
}

/** https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/access-teams-context (placeholder values) */
function placeholders(placing: Placing): Readonly<Record<string, string>> {
  const { settings, tab, person, theme, locale, page, client } = placing;
  return {
    theme,
    locale,
    "app.theme": theme,
    "app.locale": locale,
    "app.host.clientType": client,
    entityId: tab.entityId,
    "page.id": tab.entityId,
    subEntityId: page,
    "page.subPageId": page,
    tid: settings.tenantId,
    "user.tenant.id": settings.tenantId,
    userObjectId: person.id,
    "user.id": person.id,
    loginHint: person.account,
    "user.loginHint": person.account,
    userPrincipalName: person.account,
    "user.userPrincipalName": person.account,
  };
}

/** A tab's address with its placeholders filled, as Teams does once, when it opens the frame. */
export function addressOf(placing: Placing): string {
  const values = placeholders(placing);
  const path = placing.tab.path.replaceAll(/\{([\w.]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : encodeURIComponent(value);
  });
  return new URL(path, placing.settings.tabUrl).href;
}
