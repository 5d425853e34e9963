import * as z from "zod/mini";
import { type Language, languages } from "../base/language.ts";
import type { MemberId } from "../base/vocabulary.ts";
import { fold } from "./fold.ts";
import { plainText, unwrapRichText } from "./rich-text.ts";

/**
 * What SharePoint sends for a column, and what we make of it. Empty columns are
 * left out of an answer; numbers are doubles; a multiple choice is an array; a
 * hyperlink an object; a column that became rich text holds HTML.
 * https://learn.microsoft.com/graph/api/resources/fieldvalueset
 */
const written = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value) => String(value).trim()),
);

const looksLikeHtml = /<\/?(?:div|p|br|span|ul|li)\b/i;

const multiline = z.pipe(
  written,
  z.transform((value) => (looksLikeHtml.test(value) ? plainText(value) : value)),
);

/** One line of text. */
export const text = z.pipe(
  multiline,
  z.transform((value) => value.replace(/\s+/g, " ").trim()),
);

export const richText = z.pipe(
  z.string(),
  z.transform((value) => unwrapRichText(value)),
);

function nonEmpty(values: readonly string[]): readonly string[] {
  return values.map((value) => value.trim()).filter((value) => value !== "");
}

/** One phrase a line. */
export const lines = z.union([
  z.pipe(
    multiline,
    z.transform((value) => nonEmpty(value.split(/[\r\n]+/))),
  ),
  z.pipe(
    z.array(z.string()),
    z.transform((values) => nonEmpty(values)),
  ),
]);

/** Words separated by commas, semicolons or new lines. */
export const words = z.pipe(
  lines,
  z.transform((values) => nonEmpty(values.flatMap((value) => value.split(/[,;]/)))),
);

/** One of a fixed set of words, whatever its case and accents. */
export function wordOf<const Word extends string>(allowed: readonly Word[]) {
  return z.pipe(
    text,
    z.transform((value, context) => {
      const found = allowed.find((word) => fold(word) === fold(value));
      if (found !== undefined) return found;
      context.issues.push({ code: "custom", message: "not one of the words", input: value });
      return z.NEVER;
    }),
  );
}

/** Several of a fixed set of words; one that is not among them spoils the column, so that it gets mended. */
export function wordsOf<const Word extends string>(allowed: readonly Word[]) {
  return z.pipe(
    words,
    z.transform((values, context) => {
      const found = values.map((value) => allowed.find((word) => fold(word) === fold(value)));
      const known = found.filter((word) => word !== undefined);
      if (known.length > 0 && known.length === values.length) return known;
      context.issues.push({ code: "custom", message: "not all among the words", input: values });
      return z.NEVER;
    }),
  );
}

const languageNames: Readonly<Record<Language, readonly string[]>> = {
  nl: ["nl", "nederlands", "neerlandais", "dutch"],
  fr: ["fr", "frans", "francais", "french", "franzosisch"],
  de: ["de", "duits", "allemand", "german", "deutsch"],
  en: ["en", "engels", "anglais", "english", "englisch"],
};

/** Colleagues may speak more languages than the interface does: others are passed over, none known is wrong. */
export const languageList = z.pipe(
  words,
  z.transform((values, context) => {
    const known = languages.filter((language) =>
      values.some((value) => languageNames[language].includes(fold(value))),
    );
    if (known.length > 0) return known;
    context.issues.push({ code: "custom", message: "no language we know", input: values });
    return z.NEVER;
  }),
);

export const number = z.union([
  z.number().check(z.gte(-1e9), z.lte(1e9)),
  z.pipe(
    z.string().check(z.regex(/^\s*-?\d{1,9}(?:[.,]\d{1,9})?\s*$/)),
    z.transform((value) => Number(value.replace(",", "."))),
  ),
]);

const yes = ["ja", "yes", "oui", "true", "waar", "1"];
const no = ["nee", "neen", "no", "non", "nein", "false", "onwaar", "0"];

export const boolean = z.union([
  z.boolean(),
  z.pipe(
    written,
    z.transform((value, context) => {
      const word = fold(value);
      if (yes.includes(word)) return true;
      if (no.includes(word)) return false;
      context.issues.push({ code: "custom", message: "neither yes nor no", input: value });
      return z.NEVER;
    }),
  ),
]);

const brussels = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Brussels",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** SharePoint keeps a date as midnight of the site's time zone, written in UTC: 1 January becomes 31 December 23:00 Z. */
function isoDate(value: string): string | undefined {
  const bare = /^(\d{4}-\d{2}-\d{2})$/.exec(value)?.[1];
  const time = Date.parse(value);
  if (Number.isNaN(time)) return undefined;
  if (bare !== undefined) return new Date(time).toISOString().slice(0, 10) === bare ? bare : undefined;
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? brussels.format(time) : undefined;
}

export const date = z.pipe(
  z.string(),
  z.transform((value, context) => {
    const found = isoDate(value.trim());
    if (found !== undefined) return found;
    context.issues.push({ code: "custom", message: "not a date", input: value });
    return z.NEVER;
  }),
);

export const phone = z.pipe(text, z.string().check(z.regex(/^\+?[0-9][0-9 ()./-]{1,24}$/)));

export const email = z.pipe(text, z.string().check(z.regex(/^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/)));

const address = z.union([
  text,
  z.pipe(
    z.object({ Url: z.string() }),
    z.transform((link) => link.Url.trim()),
  ),
]);

export const website = z.pipe(
  z.pipe(
    address,
    z.transform((value) => (/^www\./i.test(value) ? `https://${value}` : value)),
  ),
  z.string().check(z.regex(/^https?:\/\/[^\s"'<>]+$/i)),
);

export const key = z.pipe(
  z.pipe(
    text,
    z.transform((value) => value.toLowerCase()),
  ),
  z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)),
);

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const memberId = z.pipe(
  z.pipe(
    text,
    z.transform((value) => value.toLowerCase()),
  ),
  z.custom<MemberId>((value) => typeof value === "string" && guid.test(value)),
);
