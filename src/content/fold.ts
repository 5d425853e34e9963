/** Text as search compares it: no case, no accents, no doubled spaces. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The words of a search, folded; each of them must be found. */
export function searchWords(text: string): readonly string[] {
  return fold(text)
    .split(" ")
    .filter((word) => word !== "");
}

/** Whether every word of the search occurs somewhere in the texts. */
export function matches(words: readonly string[], texts: readonly (string | undefined)[]): boolean {
  if (words.length === 0) return true;
  const haystack = fold(texts.filter((text) => text !== undefined).join(" \n "));
  return words.every((word) => haystack.includes(word));
}
