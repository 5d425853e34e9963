import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { z } from "zod";
import { type Person, personSchema, type Row, rowSchema, type SampleSite, siteSchema } from "./schemas.ts";

export interface SampleList {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly changed: Date;
}

/** The sample tenant. Files are read on every call, so that an edit shows without a restart. */
export interface SiteFolder {
  site(): Promise<SampleSite>;
  people(): Promise<readonly Person[]>;
  person(idOrAccount: string): Promise<Person | undefined>;
  listNames(): Promise<readonly string[]>;
  list(name: string): Promise<SampleList | undefined>;
  photo(person: Person): Promise<Uint8Array | undefined>;
}

export function siteFolder(folder: string): SiteFolder {
  const people = async () => z.array(personSchema).parse(await readJson(join(folder, "people.json")));
  const listNames = async () =>
    (await readdir(join(folder, "lists")))
      .filter((file) => file.endsWith(".json"))
      .map((file) => file.slice(0, -".json".length))
      .sort();
  return {
    site: async () => siteSchema.parse(await readJson(join(folder, "site.json"))),
    people,
    person: async (idOrAccount) => {
      const wanted = idOrAccount.toLowerCase();
      return (await people()).find(
        (person) => person.id.toLowerCase() === wanted || person.userPrincipalName.toLowerCase() === wanted,
      );
    },
    listNames,
    list: async (name) => {
      const found = (await listNames()).find((known) => known.toLowerCase() === name.toLowerCase());
      return found === undefined ? undefined : await readList(folder, found);
    },
    photo: async (person) => {
      const file = person.photo === undefined ? undefined : inside(folder, person.photo);
      return file === undefined ? undefined : await readIfThere(file);
    },
  };
}

async function readList(folder: string, name: string): Promise<SampleList> {
  const file = join(folder, "lists", `${name}.json`);
  const rows = z.array(rowSchema).parse(await readJson(file));
  const { mtime } = await stat(file);
  return {
    name,
    rows: await Promise.all(
      rows.map(async (row) => ({ id: row.id, fields: await withTexts(folder, row.fields) })),
    ),
    changed: mtime,
  };
}

/** Replaces `"@folder/file.html"` by the text of that file under `texts/`; leaves a value that names no file. */
async function withTexts(folder: string, fields: Row["fields"]): Promise<Row["fields"]> {
  const entries = await Promise.all(
    Object.entries(fields).map(async ([column, value]) => {
      if (typeof value !== "string" || !value.startsWith("@")) return [column, value] as const;
      const file = inside(join(folder, "texts"), value.slice(1));
      const text = file === undefined ? undefined : await readIfThere(file);
      return [column, text === undefined ? value : new TextDecoder().decode(text)] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** The path when it stays in the folder. */
function inside(folder: string, path: string): string | undefined {
  const file = resolve(folder, path);
  return relative(folder, file).startsWith("..") ? undefined : file;
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8");
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON`, { cause: error });
  }
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR")) {
      return undefined;
    }
    throw error;
  }
}

export function photoType(file: string): string {
  if (file.endsWith(".svg")) return "image/svg+xml";
  return file.endsWith(".png") ? "image/png" : "image/jpeg";
}
