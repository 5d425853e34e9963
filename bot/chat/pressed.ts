import type { Card } from "../cards/card.ts";

/**
 * What a press leads to. `lasting`: the card in the chat itself changes too.
 * What only says that something failed does not last, so that the button it
 * came from is still there tomorrow.
 */
export interface Pressed {
  readonly card: Card;
  readonly lasting: boolean;
}

export function lasting(card: Card): Pressed {
  return { card, lasting: true };
}

export function passing(card: Card): Pressed {
  return { card, lasting: false };
}
