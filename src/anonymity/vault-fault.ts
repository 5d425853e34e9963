import { Fault } from "../base/fault.ts";

/** What is sealed cannot be opened, or the key is not usable. */
export class VaultFault extends Fault<"tampered" | "bad-key"> {}
