/** What a route answers: an HTTP status and a body that becomes JSON; no body at all when undefined. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
