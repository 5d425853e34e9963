import type { Brand } from "../base/brand.ts";

/** The key of one question, opened for use. Never stored as it is. */
export interface DataKey {
  /** Encrypts text. `context` is bound in: the same bytes do not open for another question or purpose. */
  seal(text: string, context: string): Uint8Array;
  /** Decrypts what `seal` made with the same context; throws `VaultFault` when it was changed. */
  open(sealed: Uint8Array, context: string): string;
}

/** A stable name for a person that says nothing without the server's key. */
export type Pseudonym = Brand<"Pseudonym">;

/** Keeps what must not be readable in the database alone. */
export interface Vault {
  /** A new key for one question, and the form of it that may be stored. */
  newDataKey(): Promise<{ readonly key: DataKey; readonly wrapped: Uint8Array }>;
  openDataKey(wrapped: Uint8Array): Promise<DataKey>;
  /** A keyed hash, different for each purpose. */
  pseudonym(purpose: string, value: string): Pseudonym;
  /** A UUID that only this server can derive from `value`. */
  derivedId(purpose: string, value: string): string;
  /** 128 random bits, URL-safe. */
  randomToken(): string;
}
