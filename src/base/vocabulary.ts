import type { Brand } from "./brand.ts";

/** What a question is about. The ids are fixed; labels, keywords and routes live in SharePoint. */
export const topicIds = [
  "geschenken",
  "belangen",
  "middelen",
  "informatie",
  "grensoverschrijdend",
  "discriminatie",
  "onregelmatigheden",
  "samenwerken",
  "dilemma",
] as const;
export type TopicId = (typeof topicIds)[number];

/** The kinds of people and services that one can turn to. */
export const roleIds = [
  "netwerk",
  "vertrouwenspersoon",
  "paps",
  "intern-toezicht",
  "diversiteit",
  "hr",
  "coordinator",
  "leidinggevende",
  "extern",
] as const;
export type RoleId = (typeof roleIds)[number];

/** The Entra object id of a person of the network (not of an asker). */
export type MemberId = Brand<"MemberId">;
