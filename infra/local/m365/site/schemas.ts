import { z } from "zod";

export const siteSchema = z.object({
  id: z.string().min(1),
  displayName: z.string().min(1),
  webUrl: z.string().min(1),
});
export type SampleSite = z.infer<typeof siteSchema>;

export const personSchema = z.object({
  id: z.guid(),
  displayName: z.string(),
  givenName: z.string().optional(),
  surname: z.string().optional(),
  userPrincipalName: z.string(),
  mail: z.string().optional(),
  jobTitle: z.string().optional(),
  department: z.string().optional(),
  officeLocation: z.string().optional(),
  mobilePhone: z.string().optional(),
  preferredLanguage: z.string().optional(),
  presence: z.object({ availability: z.string(), activity: z.string() }).optional(),
  photo: z.string().optional(),
});
export type Person = z.infer<typeof personSchema>;

/** A row as an editor wrote it: the columns are anything, since wrong rows must reach the reader too. */
export const rowSchema = z.object({ id: z.string().min(1), fields: z.record(z.string(), z.unknown()) });
export type Row = z.infer<typeof rowSchema>;
