import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { ContentStore } from "./content/content-store.ts";
import { GraphSession } from "./graph/session.ts";
import { firstPaint } from "./host/first-paint.ts";
import type { Settings } from "./host/settings.ts";
import type { Host } from "./host/teams-host.ts";
import { loadTheme } from "./themes/load-theme.ts";
import { loadWords } from "./words.ts";

/** Keeps a success, forgets a failure, so that the next who asks tries again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

const settings = once<Settings>(async () => (await import("./host/settings.ts")).fetchSettings());
const host = once<Host>(async () => {
  const teams = import("./host/teams-host.ts");
  return (await teams).connectHost(await settings());
});
const session = new GraphSession(settings, host);
const store = new ContentStore(async () => ({ graph: await session.open(), site: (await settings()).site }));

async function start(): Promise<void> {
  const first = firstPaint();
  const [theme, words] = await Promise.all([loadTheme(first.theme), loadWords(first.language)]);
  const page = document.getElementById("page");
  if (page === null) throw new Error("index.html has no #page");
  createRoot(page).render(
    <App
      first={{ themeName: first.theme, theme, language: first.language, words }}
      store={store}
      session={session}
      settings={settings}
      host={host}
    />,
  );
}

await start();
