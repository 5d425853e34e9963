import type { Language, Localized } from "../base/language.ts";
import type { MemberId, RoleId, TopicId } from "../base/vocabulary.ts";

/** A topic of the list Onderwerpen. */
export interface Topic {
  readonly id: TopicId;
  readonly label: Localized;
  /** Words and phrases that point to this topic, per language. */
  readonly keywords: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** Whole sentences as people would write them, per language. */
  readonly examples: Readonly<Partial<Record<Language, readonly string[]>>>;
  /** The roles that may get the question, first choice first. */
  readonly route: readonly RoleId[];
  readonly order: number;
}

/** A person or service of the list Netwerk. */
export interface Actor {
  /** The id of the list item. */
  readonly id: string;
  readonly kind: "person" | "service";
  readonly name: string;
  readonly role: RoleId;
  /** The unit or organisation the actor belongs to. */
  readonly entity: string;
  readonly site: string | undefined;
  readonly external: boolean;
  readonly languages: readonly Language[];
  /** Empty means: every topic that the role serves. */
  readonly topics: readonly TopicId[];
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly website: string | undefined;
  /** Sign-in name, for a chat link. People only. */
  readonly account: string | undefined;
  /** Entra object id. Only a person who has one can answer questions here. */
  readonly memberId: MemberId | undefined;
  /** One or two sentences in the actor's own voice. */
  readonly introduction: Localized | undefined;
  /** ISO dates, inclusive; absent means without limit. */
  readonly activeFrom: string | undefined;
  readonly activeUntil: string | undefined;
  readonly order: number;
}

export const documentIds = ["visienota", "code"] as const;
export type DocumentId = (typeof documentIds)[number];

/** A section of the vision note or the code of conduct, from the list Secties. */
export interface Section {
  readonly document: DocumentId;
  /** Fixed key, unique within its document. */
  readonly key: string;
  /** The key of the section it stands under; absent for a chapter. */
  readonly parent: string | undefined;
  readonly order: number;
  readonly title: Localized;
  /** Rich text as SharePoint gives it: HTML that is not yet safe to show. */
  readonly html: Localized;
  /** The key of the principle of the compass that it belongs to. */
  readonly principle: string | undefined;
  /** ISO date. */
  readonly lastReviewed: string | undefined;
}

/** A line of the list Hulplijnen: help at once. */
export interface HelpLine {
  readonly id: string;
  readonly name: Localized;
  readonly phone: string;
  readonly website: string | undefined;
  readonly explanation: Localized | undefined;
  readonly order: number;
}

/** A row that is not as it should be, in a form that editors can act on. */
export interface ContentProblem {
  /** `left-out`: nobody sees the row. `incomplete`: shown without the wrong columns. `duplicate`: an earlier row has the same key, this one is not shown. */
  readonly kind: "left-out" | "incomplete" | "duplicate";
  readonly list: string;
  readonly itemId: string;
  readonly title: string;
  /** The columns whose value is missing or wrong. */
  readonly columns: readonly string[];
}

/** All that the organisation publishes. */
export interface Content {
  readonly topics: readonly Topic[];
  readonly actors: readonly Actor[];
  readonly sections: readonly Section[];
  readonly helpLines: readonly HelpLine[];
  readonly problems: readonly ContentProblem[];
}
