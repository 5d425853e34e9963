import { ContentFault } from "../../src/content/content-fault.ts";
import { DeskFault } from "../../src/questions/desk-fault.ts";
import { maxTextLength } from "../../src/questions/question.ts";
import { nameOf, type Scene } from "../cards/scene.ts";

/** What went wrong, for the person who pressed. The one place where faults become words. */
export function faultSentence(
  scene: Scene,
  error: unknown,
  told: { readonly to: "asker" | "member"; readonly typed?: string | undefined },
): string {
  const words = scene.words.fault;
  if (error instanceof ContentFault) return words.contentUnreadable;
  if (!(error instanceof DeskFault)) return words.tryAgain;
  switch (error.reason) {
    case "text-empty":
      return words.textEmpty;
    case "text-too-long":
      return words.textTooLongHere(inWords(scene, told.typed?.length ?? 0), inWords(scene, maxTextLength));
    case "not-found":
      return told.to === "asker" ? words.notFound : words.notFoundMember;
    case "taken":
      return words.taken(nameOf(scene, error.holder));
    case "not-possible":
      return told.typed?.trim() ? words.notPossibleText : words.notPossible;
    case "not-a-member":
      return words.notAMember;
    case "nobody-available":
      return words.nobody;
  }
}

/** Whether the same press may work later, so that the card offers it again. */
export function mayWorkLater(error: unknown): boolean {
  if (!(error instanceof DeskFault)) return true;
  return error.reason === "text-empty" || error.reason === "text-too-long";
}

/** For operators: a refusal is daily business, anything else is not. */
export function isRefusal(error: unknown): boolean {
  return error instanceof DeskFault;
}

/** A number as the language writes it: 20.000 or 20 000. */
export function inWords({ language }: Scene, count: number): string {
  return new Intl.NumberFormat(`${language}-BE`).format(count);
}
