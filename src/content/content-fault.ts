import { Fault } from "../base/fault.ts";

/**
 * Why SharePoint gave us nothing to read.
 * `unreachable` no answer, or the service itself failed; `unauthorized` not signed in;
 * `forbidden` signed in without access; `missing` no such site or list;
 * `throttled` too busy, later again; `unreadable` an answer that is not Graph's.
 */
export const contentReasons = [
  "unreachable",
  "unauthorized",
  "forbidden",
  "missing",
  "throttled",
  "unreadable",
] as const;
export type ContentReason = (typeof contentReasons)[number];

export class ContentFault extends Fault<ContentReason> {
  /** What Retry-After asked for, when it did. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    reason: ContentReason,
    message: string,
    options?: ErrorOptions & { readonly retryAfterSeconds?: number | undefined },
  ) {
    super(reason, message, options);
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }
}

/** The meaning of a Graph answer that is not a success. */
export function contentReasonOf(status: number): ContentReason {
  switch (status) {
    case 401:
      return "unauthorized";
    case 403:
      return "forbidden";
    case 404:
    case 410:
      return "missing";
    case 429:
    case 503:
      return "throttled";
    default:
      // 4xx that is left means that we asked wrongly: to a reader that is an answer we cannot use.
      return status >= 400 && status < 500 ? "unreadable" : "unreachable";
  }
}
