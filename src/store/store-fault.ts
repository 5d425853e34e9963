import { Fault } from "../base/fault.ts";

/** The store cannot be opened; the message says what to do. */
export class StoreFault extends Fault<"in-use" | "unusable"> {}
