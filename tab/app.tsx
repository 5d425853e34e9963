import { FluentProvider, makeStyles, type Theme, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { type Language, languageOf } from "../src/base/language.ts";
import type { TabWords } from "../src/i18n/tab-words.ts";
import { Header } from "./components/header.tsx";
import { PageBoundary } from "./components/page-boundary.tsx";
import { PageShape } from "./components/shapes.tsx";
import type { ContentStore } from "./content/content-store.ts";
import type { GraphSession } from "./graph/session.ts";
import { HomePage } from "./home/home-page.tsx";
import { type ThemeName, themeNameOf } from "./host/first-paint.ts";
import type { Settings } from "./host/settings.ts";
import type { Host } from "./host/teams-host.ts";
import { type Route, replaceRoute, routeOf, useHash } from "./router.ts";
import { type Services, ServicesContext } from "./services.ts";
import { loadTheme } from "./themes/load-theme.ts";
import { loadWords } from "./words.ts";

const DocumentPage = lazy(async () => ({
  default: (await import("./content/document-page.tsx")).DocumentPage,
}));
const DirectoryPage = lazy(async () => ({
  default: (await import("./directory/directory-page.tsx")).DirectoryPage,
}));
const HelpPage = lazy(async () => ({ default: (await import("./home/help-page.tsx")).HelpPage }));

const useStyles = makeStyles({
  ground: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground2 },
});

interface Look {
  readonly themeName: ThemeName;
  readonly theme: Theme;
  readonly language: Language;
  readonly words: TabWords;
}

interface AppProps {
  readonly first: Look;
  readonly store: ContentStore;
  readonly session: GraphSession;
  readonly settings: () => Promise<Settings>;
  readonly host: () => Promise<Host>;
}

/** A deep link wins from the address; the tab's own definition only fills an empty one. */
function openWantedPage(host: Host): void {
  const wanted = host.subPage ?? (location.hash.length > 2 ? undefined : host.entity);
  const route = wanted === undefined ? undefined : routeOf(wanted);
  if (route !== undefined && route.page !== "home") replaceRoute(route);
}

/** Follows Teams: its theme, its language, the page it asks for. */
function useTeams(first: Look, connect: () => Promise<Host>): { look: Look; host: Host | undefined } {
  const [look, setLook] = useState(first);
  const [host, setHost] = useState<Host>();
  useEffect(() => {
    async function follow(themeName: ThemeName, locale: string): Promise<void> {
      const language = languageOf(locale);
      const [theme, words] = await Promise.all([loadTheme(themeName), loadWords(language)]);
      document.documentElement.dataset["theme"] = themeName;
      document.documentElement.lang = language;
      setLook({ themeName, theme, language, words });
    }
    async function meet(): Promise<void> {
      const met = await connect();
      setHost(met);
      openWantedPage(met);
      met.onThemeChange((theme) => void follow(themeNameOf(theme), met.locale));
      await follow(themeNameOf(met.theme), met.locale);
      met.ready();
    }
    meet().catch(() => {
      // Outside Teams the tab still shows its copy and the help lines; signing in says what is the matter.
      document.documentElement.dataset["host"] = "none";
    });
  }, [connect]);
  return { look, host };
}

function useChatAddress(settings: () => Promise<Settings>): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    settings().then(
      ({ botId }) => setAddress(`https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`),
      () => setAddress(undefined),
    );
  }, [settings]);
  return address;
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case "home":
      return <HomePage />;
    case "document":
      return <DocumentPage key={route.document} document={route.document} wanted={route.section} />;
    case "people":
      return <DirectoryPage wish={route.wish} />;
    case "help":
      return <HelpPage />;
  }
}

export function App({ first, store, session, settings, host: connect }: AppProps) {
  const { ground } = useStyles();
  const { look, host } = useTeams(first, connect);
  const chatAddress = useChatAddress(settings);
  const hash = useHash();
  const route = useMemo(() => routeOf(hash), [hash]);
  const services = useMemo<Services>(
    () => ({ store, session, host, chatAddress, language: look.language, words: look.words }),
    [store, session, host, chatAddress, look],
  );
  return (
    <FluentProvider className={ground} theme={look.theme} data-theme={look.themeName}>
      <ServicesContext.Provider value={services}>
        <Header route={route} />
        <main id="content" tabIndex={-1}>
          <PageBoundary key={route.page}>
            <Suspense fallback={<PageShape />}>
              <Page route={route} />
            </Suspense>
          </PageBoundary>
        </main>
      </ServicesContext.Provider>
    </FluentProvider>
  );
}
