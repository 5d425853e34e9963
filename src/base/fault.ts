/**
 * The one base of our own errors. Callers branch on `reason`; the words for
 * people are made once, at the edge, in their language. `message` is for
 * operators and never holds what a person wrote or who they are.
 */
export abstract class Fault<Reason extends string = string> extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.reason = reason;
  }
}
