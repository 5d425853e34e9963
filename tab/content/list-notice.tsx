import { useEffect } from "react";
import { momentInWords } from "../../src/i18n/days.ts";
import { Notice } from "../components/notice.tsx";
import { useServices } from "../services.ts";
import type { ListState, PublishedList } from "./content-store.ts";

const longestAutomaticWait = 120;

/** Says why a list could not be read, what one sees instead, and tries again when SharePoint said when. */
export function ListNotice({
  list,
  state,
}: {
  readonly list: PublishedList;
  readonly state: ListState<unknown>;
}) {
  const { words, language, store } = useServices();
  const { fault } = state;
  const wait = fault?.retryAfterSeconds;
  useEffect(() => {
    if (wait === undefined || wait > longestAutomaticWait) return;
    const timer = setTimeout(() => void store.refresh(list), wait * 1000);
    return () => clearTimeout(timer);
  }, [wait, store, list]);
  if (fault === undefined) return null;
  const { title, text } = words.faults[fault.reason];
  const shown =
    state.at === undefined
      ? words.faults.noCopy
      : words.faults.copy(momentInWords(state.at, Date.now(), language));
  return (
    <Notice
      title={title}
      text={text}
      more={shown}
      action={{ label: words.faults.retry, run: () => void store.refresh(list), busy: state.loading }}
    />
  );
}
