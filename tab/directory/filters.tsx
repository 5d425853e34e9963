import { Field, makeStyles, SearchBox, Select, tokens } from "@fluentui/react-components";
import { languages, localize } from "../../src/base/language.ts";
import { topicIds } from "../../src/base/vocabulary.ts";
import type { Topic } from "../../src/content/model.ts";
import type { DirectoryWish } from "../router.ts";
import { useServices } from "../services.ts";
import type { Counts } from "./narrowing.ts";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 2fr) minmax(0, 1.6fr) minmax(0, 1fr)",
    gap: tokens.spacingHorizontalL,
    "@media (max-width: 720px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  search: { maxWidth: "none", width: "100%" },
  select: { width: "100%", "& select": { width: "100%", minWidth: 0 } },
});

interface FiltersProps {
  readonly wish: DirectoryWish;
  readonly topics: readonly Topic[];
  readonly counts: Counts;
  readonly change: (wish: DirectoryWish) => void;
}

function without<Key extends keyof DirectoryWish>(wish: DirectoryWish, key: Key): DirectoryWish {
  const { [key]: _gone, ...rest } = wish;
  return rest;
}

export function Filters({ wish, topics, counts, change }: FiltersProps) {
  const styles = useStyles();
  const { words, language } = useServices();
  const { people } = words;
  const spoken = languages.filter((one) => counts.languages.has(one) || wish.language === one);

  function search(text: string): void {
    change(text.trim() === "" ? without(wish, "search") : { ...wish, search: text });
  }
  function topic(value: string): void {
    const id = topicIds.find((one) => one === value);
    change(id === undefined ? without(wish, "topic") : { ...wish, topic: id });
  }
  function speak(value: string): void {
    const one = languages.find((candidate) => candidate === value);
    change(one === undefined ? without(wish, "language") : { ...wish, language: one });
  }

  return (
    <search className={styles.row}>
      <Field className={styles.field} label={people.search}>
        <SearchBox
          className={styles.search}
          size="large"
          value={wish.search ?? ""}
          onChange={(_event, data) => search(data.value)}
          dismiss={{ "aria-label": people.clearSearch }}
          data-testid="people-search"
        />
      </Field>
      <Field className={styles.field} label={people.topic}>
        <Select
          className={styles.select}
          size="large"
          value={wish.topic ?? ""}
          onChange={(_event, data) => topic(data.value)}
          data-testid="topic"
        >
          <option value="">{people.anyTopic}</option>
          {topics.map((one) => (
            <option key={one.id} value={one.id}>
              {people.choice(localize(one.label, language).text, counts.topics.get(one.id) ?? 0)}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={people.language}>
        <Select
          className={styles.select}
          size="large"
          value={wish.language ?? ""}
          onChange={(_event, data) => speak(data.value)}
          data-testid="language"
        >
          <option value="">{people.anyLanguage}</option>
          {spoken.map((one) => (
            <option key={one} value={one}>
              {people.choice(words.languages[one], counts.languages.get(one) ?? 0)}
            </option>
          ))}
        </Select>
      </Field>
    </search>
  );
}
