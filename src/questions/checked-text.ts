import { DeskFault } from "./desk-fault.ts";
import { maxTextLength } from "./question.ts";

/** The text as it will be kept: trimmed, with plain line ends. Throws `text-empty` or `text-too-long`. */
export function checkedText(text: string): string {
  const plain = text.replaceAll(/\r\n?/g, "\n").trim();
  if (plain === "") throw new DeskFault("text-empty");
  if (plain.length > maxTextLength) throw new DeskFault("text-too-long");
  return plain;
}
