import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";
import type { RoleId } from "../../src/base/vocabulary.ts";
import { activeActors } from "../../src/content/directory.ts";
import type { Actor } from "../../src/content/model.ts";
import { useLayout } from "../components/layout.ts";
import { PageTitle } from "../components/page-title.tsx";
import { CardShapes, LoadingStatus } from "../components/shapes.tsx";
import { ListNotice } from "../content/list-notice.tsx";
import { useList } from "../content/use-list.ts";
import { type DirectoryWish, replaceRoute } from "../router.ts";
import { useServices } from "../services.ts";
import { ActorCard } from "./actor-card.tsx";
import { Filters } from "./filters.tsx";
import { narrowed } from "./narrowing.ts";
import { RoleChoices } from "./role-choices.tsx";
import { usePresences } from "./use-colleagues.ts";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXXL,
    paddingBlock: "40px 80px",
  },
  results: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalL,
    scrollMarginTop: "8px",
  },
  heading: { margin: 0 },
  found: { margin: 0, color: tokens.colorNeutralForeground2 },
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalM,
    minHeight: "32px",
  },
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(320px, 100%), 1fr))",
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
});

const step = 60;

function People({ actors }: { readonly actors: readonly Actor[] }) {
  const styles = useStyles();
  const { words } = useServices();
  const [most, setMost] = useState(step);
  const shown = useMemo(() => actors.slice(0, most), [actors, most]);
  const presences = usePresences(shown);
  return (
    <>
      <ul className={styles.list} data-testid="people">
        {shown.map((actor) => (
          <ActorCard
            key={actor.id}
            actor={actor}
            presence={presences.get(actor.memberId ?? "") ?? "unknown"}
          />
        ))}
      </ul>
      {actors.length > most ? (
        <div>
          <Button onClick={() => setMost(most + step)}>{words.people.more}</Button>
        </div>
      ) : null}
    </>
  );
}

function today(): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" }).format(Date.now());
}

function change(wish: DirectoryWish): void {
  replaceRoute({ page: "people", wish });
}

/** Who one can turn to. */
export function DirectoryPage({ wish }: { readonly wish: DirectoryWish }) {
  const styles = useStyles();
  const layout = useLayout();
  const { words, language } = useServices();
  const results = useRef<HTMLElement>(null);
  const state = useList("actors");
  const topics = useList("topics").rows;
  const actors = useMemo(() => activeActors(state.rows ?? [], today()), [state.rows]);
  const { found, counts } = useMemo(
    () => narrowed(actors, topics ?? [], wish, words, language),
    [actors, topics, wish, words, language],
  );
  const { role: chosen, ...otherWishes } = wish;
  const filtered = Object.keys(wish).length > 0;
  function choose(role: RoleId | undefined): void {
    change(role === undefined ? otherWishes : { ...otherWishes, role });
    // On a phone the choices fill the screen: show what was found by one.
    if (matchMedia("(max-width: 720px)").matches) results.current?.scrollIntoView({ block: "start" });
  }
  const loading = state.rows === undefined && state.loading;
  return (
    <>
      <ListNotice list="actors" state={state} />
      <div className={mergeClasses(layout.page, styles.root)}>
        <div>
          <PageTitle>{words.people.title}</PageTitle>
          <p className={layout.lead}>{words.people.lead}</p>
          <LoadingStatus loading={loading} slow={loading && state.slow} />
        </div>
        {loading ? <CardShapes count={6} /> : null}
        {state.rows !== undefined && actors.length === 0 ? <p>{words.people.noneYet}</p> : null}
        {actors.length === 0 ? null : (
          <>
            <Filters wish={wish} topics={topics ?? []} counts={counts} change={change} />
            <RoleChoices roles={counts.roles} all={counts.all} chosen={chosen} choose={choose} />
            <section ref={results} aria-labelledby="found" className={styles.results}>
              <div className={styles.row}>
                <h2 id="found" className={mergeClasses(layout.heading, styles.heading)}>
                  {words.nav.people}
                </h2>
                <p className={styles.found} role="status" data-testid="found">
                  {found.length === 0 ? words.people.none : words.people.found(found.length)}
                </p>
                {filtered ? <Button onClick={() => change({})}>{words.people.clear}</Button> : null}
              </div>
              <People actors={found} />
            </section>
          </>
        )}
      </div>
    </>
  );
}
