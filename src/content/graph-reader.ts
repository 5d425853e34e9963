/**
 * All that the reader needs of Microsoft Graph. `path` is relative to /v1.0 and
 * starts with a slash. An implementation waits as Retry-After asks, gives back
 * the parsed JSON, and throws a ContentFault when there is none to give.
 */
export interface GraphReader {
  get(path: string): Promise<unknown>;
}
