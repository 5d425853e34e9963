/**
 * A string that the compiler keeps apart from other strings, so that an
 * identifier cannot end up in a log field or a view that does not ask for it.
 */
export type Brand<Name extends string> = string & { readonly __brand: Name };
