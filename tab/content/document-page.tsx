import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Language } from "../../src/base/language.ts";
import type { DocumentId, Section } from "../../src/content/model.ts";
import { readingOrder, type SectionNode, sectionTree } from "../../src/content/section-tree.ts";
import { dayInWords } from "../../src/i18n/days.ts";
import { useLayout } from "../components/layout.ts";
import { PageTitle } from "../components/page-title.tsx";
import { LoadingStatus, TextShape } from "../components/shapes.tsx";
import { useServices } from "../services.ts";
import { Contents } from "./contents.tsx";
import { ListNotice } from "./list-notice.tsx";
import { goToSection, useMedia, useReadingPlace } from "./reading-place.ts";
import { SectionView } from "./section-view.tsx";
import { useList } from "./use-list.ts";

const useStyles = makeStyles({
  head: { paddingBlock: "40px 0" },
  day: { margin: `${tokens.spacingVerticalM} 0 0`, color: tokens.colorNeutralForeground3 },
  columns: {
    display: "grid",
    gridTemplateColumns: "280px minmax(0, 1fr)",
    columnGap: "56px",
    alignItems: "start",
    paddingBottom: "80px",
  },
  single: { gridTemplateColumns: "minmax(0, 1fr)" },
  text: {
    paddingTop: tokens.spacingVerticalL,
    "& > section:first-child": { borderTop: "none", marginTop: 0, paddingTop: 0 },
  },
  remark: { maxWidth: "65ch", color: tokens.colorNeutralForeground2 },
});

/** The day on which most of the document was reviewed. */
function commonDay(sections: readonly Section[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { lastReviewed } of sections)
    if (lastReviewed !== undefined) counts.set(lastReviewed, (counts.get(lastReviewed) ?? 0) + 1);
  return [...counts].toSorted((one, other) => other[1] - one[1])[0]?.[0];
}

function isTranslated(sections: readonly Section[], language: Language): boolean {
  return sections.some((section) => section.html[language] !== undefined);
}

function Text(props: {
  readonly tree: readonly SectionNode[];
  readonly wanted: string | undefined;
  readonly day: string | undefined;
  readonly tellsDutch: boolean;
}) {
  const styles = useStyles();
  const { language, words } = useServices();
  const wide = useMedia("(min-width: 960px)");
  const [unknown, setUnknown] = useState(false);
  const order = useMemo(() => readingOrder(props.tree), [props.tree]);
  const keys = useMemo(() => order.map(({ section }) => section.key), [order]);
  const here = useReadingPlace(keys);

  useEffect(() => {
    setUnknown(props.wanted !== undefined && !goToSection(props.wanted));
  }, [props.wanted]);

  return (
    <div className={mergeClasses(styles.columns, !wide && styles.single)}>
      <Contents tree={props.tree} language={language} here={here} folded={!wide} />
      <div>
        {unknown ? (
          <p role="status" className={styles.remark}>
            {words.document.unknownSection}
          </p>
        ) : null}
        <div className={styles.text} data-testid="text">
          {order.map(({ section, depth }) => (
            <SectionView
              key={section.key}
              section={section}
              depth={depth}
              language={language}
              documentDay={props.day}
              tellsDutch={props.tellsDutch}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The vision note or the code of conduct, read as one text. */
export function DocumentPage({
  document: id,
  wanted,
}: {
  readonly document: DocumentId;
  readonly wanted: string | undefined;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const { words, language } = useServices();
  const state = useList("sections");
  const own = useMemo(() => state.rows?.filter((section) => section.document === id), [state.rows, id]);
  const tree = useMemo(() => sectionTree(own ?? [], id), [own, id]);
  const day = own === undefined ? undefined : commonDay(own);
  const translated = own === undefined || isTranslated(own, language);
  return (
    <>
      <ListNotice list="sections" state={state} />
      <div className={layout.page}>
        <div className={styles.head}>
          <PageTitle>{words.document[id]}</PageTitle>
          <p className={layout.lead}>{words.document.leads[id]}</p>
          {day === undefined ? null : (
            <p className={styles.day}>{words.document.reviewed(dayInWords(day, language))}</p>
          )}
          {translated ? null : <p className={styles.remark}>{words.document.onlyDutchAll}</p>}
          <LoadingStatus
            loading={state.loading && own === undefined}
            slow={state.slow && own === undefined}
          />
        </div>
        {own === undefined && state.loading ? <TextShape paragraphs={6} /> : null}
        {own !== undefined && own.length === 0 ? (
          <p className={styles.remark}>{words.document.empty}</p>
        ) : null}
        {own !== undefined && own.length > 0 ? (
          <Text tree={tree} wanted={wanted} day={day} tellsDutch={translated} />
        ) : null}
      </div>
    </>
  );
}
