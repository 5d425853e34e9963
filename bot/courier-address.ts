import { z } from "zod";
import { type Language, languages } from "../src/base/language.ts";

const placeSchema = z.object({
  serviceUrl: z.string(),
  conversationId: z.string(),
  tenantId: z.string().optional(),
  /** The bot's own id in that conversation. */
  botId: z.string(),
});

/** A conversation with one person: where activities to them go. */
export type Place = z.infer<typeof placeSchema>;

const addressSchema = z.object({
  place: placeSchema,
  language: z.enum(languages),
  /** The activity that shows the asker their question. */
  receiptId: z.string().optional(),
});

export type AskerAddress = z.infer<typeof addressSchema>;

export function writePlace(place: Place): string {
  return JSON.stringify(place);
}

/** Undefined when an older version wrote something else: the conversation is then made anew. */
export function readPlace(text: string): Place | undefined {
  return readJson(placeSchema, text);
}

/** What the desk seals with a question, and hands back when something must reach its asker. */
export function writeAddress(address: {
  readonly place: Place;
  readonly language: Language;
  readonly receiptId: string | undefined;
}): string {
  return JSON.stringify(address);
}

export function readAddress(text: string): AskerAddress | undefined {
  return readJson(addressSchema, text);
}

function readJson<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    // No JSON: as unreadable as JSON of another shape.
    return undefined;
  }
}
