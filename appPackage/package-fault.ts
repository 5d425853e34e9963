import { Fault } from "../src/base/fault.ts";

type Reason = "missing-settings" | "unknown-placeholder" | "refused-manifest";

/** The app package cannot be made. `problems` names every cause, one a line, for whoever packages. */
export class PackageFault extends Fault<Reason> {
  readonly problems: readonly string[];

  constructor(reason: Reason, problems: readonly string[], options?: ErrorOptions) {
    super(reason, problems.join("\n"), options);
    this.problems = problems;
  }
}
