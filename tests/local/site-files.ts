import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { roleIds, topicIds } from "../../src/base/vocabulary.ts";
import type { GraphReader } from "../../src/content/graph-reader.ts";
import { lists } from "../../src/content/lists.ts";

/** The sample site as it lies on disk, each file checked against the shape that the stand-in serves. */
export const siteFolder = new URL("../../infra/local/site/", import.meta.url);

const oneALine = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text.split("\n"))
    .pipe(z.array(item).min(1));
const commaSeparated = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text.split(",").map((word) => word.trim()))
    .pipe(z.array(item).min(1));
const text = z.string().trim().min(1);
const languageTag = z.enum(["nl", "fr", "de", "en"]);
const personId = z.string().regex(/^00000000-0000-4000-8000-0000000000\d\d$/);

const rows = <Shape extends z.ZodRawShape>(fields: z.ZodObject<Shape>) =>
  z.array(z.object({ id: text, fields }));

const titles = { Title: text, TitelFr: text, TitelDe: text, TitelEn: text };

const topicRows = rows(
  z.object({
    ...titles,
    OnderwerpId: z.enum(topicIds),
    Trefwoorden: oneALine(text),
    TrefwoordenFr: oneALine(text),
    TrefwoordenDe: oneALine(text),
    TrefwoordenEn: oneALine(text),
    Voorbeelden: oneALine(text),
    VoorbeeldenFr: oneALine(text),
    VoorbeeldenDe: oneALine(text),
    VoorbeeldenEn: oneALine(text),
    Route: oneALine(z.enum(roleIds)),
    Volgorde: z.number(),
  }),
);

const actorRows = rows(
  z.object({
    Title: text,
    Soort: z.enum(["persoon", "dienst"]),
    Rol: z.enum(roleIds),
    Extern: z.boolean(),
    Talen: commaSeparated(languageTag),
    Onderwerpen: commaSeparated(z.enum(topicIds)).optional(),
    Account: z.email().optional(),
    EntraObjectId: personId.optional(),
    Toelichting: text,
    ToelichtingFr: text,
    ToelichtingDe: text,
    ToelichtingEn: text,
    ActiefVan: z.iso.date().optional(),
    ActiefTot: z.iso.date().optional(),
    Volgorde: z.number(),
  }),
);

const sectionRows = rows(
  z.object({
    ...titles,
    Document: z.enum(["visienota", "code"]),
    Sleutel: z.string().regex(/^[a-z-]+$/),
    Onder: text.optional(),
    Volgorde: z.number(),
    Tekst: z.string().regex(/^@[a-z]+\/[a-z-]+\.nl\.html$/),
    TekstFr: text.optional(),
    TekstDe: text.optional(),
    TekstEn: text.optional(),
    Principe: text.optional(),
    LaatstNagekeken: z.iso.date(),
  }),
);

const helpLineRows = rows(
  z.object({
    ...titles,
    Telefoon: text,
    Toelichting: text,
    ToelichtingFr: text,
    ToelichtingDe: text,
    ToelichtingEn: text,
    Volgorde: z.number(),
  }),
);

const peopleFile = z.array(
  z.object({
    id: personId,
    displayName: text,
    givenName: text,
    surname: text,
    userPrincipalName: z.email(),
    mail: z.email(),
    jobTitle: text,
    preferredLanguage: z.string().regex(/^(nl|fr|de|en)-BE$/),
    presence: z.object({ availability: text, activity: text }),
    photo: z
      .string()
      .regex(/^photos\/\d\d\.svg$/)
      .optional(),
  }),
);

export const readSiteFile = (path: string): string => readFileSync(new URL(path, siteFolder), "utf8");
const parse = <T>(path: string, schema: z.ZodType<T>): T => schema.parse(JSON.parse(readSiteFile(path)));

export const readTopics = () => parse("lists/Onderwerpen.json", topicRows).map((row) => row.fields);
export const readActors = () => parse("lists/Netwerk.json", actorRows).map((row) => row.fields);
export const readSections = () => parse("lists/Secties.json", sectionRows).map((row) => row.fields);
export const readHelpLines = () => parse("lists/Hulplijnen.json", helpLineRows).map((row) => row.fields);
export const readPeople = () => parse("people.json", peopleFile);

/** Every row of every list, with its columns as they are named on disk. */
export const readRawRows = () =>
  Object.values(lists).flatMap((list) =>
    parse(
      `lists/${list.name}.json`,
      z.array(z.object({ id: text, fields: z.record(z.string(), z.unknown()) })),
    ).map((row) => ({ list: list.name, columns: list.columns as readonly string[], ...row })),
  );

/** Every file of the site that holds text, by its path under the site folder. */
export const textFilePaths = (): string[] =>
  readdirSync(siteFolder, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(html|json|svg)$/.test(path),
  );

const withText = (value: unknown) =>
  typeof value === "string" && value.startsWith("@") ? readSiteFile(`texts/${value.slice(1)}`) : value;

/** The lists of the site as Graph would answer them, the texts put in their place. */
export const siteAsGraph: GraphReader = {
  get: async (path) => {
    const name = /\/lists\/([^/]+)\/items/.exec(path)?.[1];
    const value = readRawRows()
      .filter((row) => row.list === name)
      .map(({ id, fields }) => ({
        id,
        fields: Object.fromEntries(Object.entries(fields).map(([column, cell]) => [column, withText(cell)])),
      }));
    return { value };
  },
};
