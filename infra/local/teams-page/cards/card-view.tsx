import { type Action, AdaptiveCard } from "adaptivecards";
import { useEffect, useRef, useState } from "react";
import { hostConfig } from "./host-config.ts";
import { type Intent, intentOf } from "./intent.ts";
import { cardMarkdown } from "./markdown-html.ts";

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};

/** Carries an intent out; a text it returns is shown as the card's error line. */
export type CardHandler = (intent: Intent) => Promise<string | undefined>;

interface Props {
  readonly card: unknown;
  readonly label: string;
  readonly lang: string;
  readonly onIntent: CardHandler;
}

function setBusy(place: HTMLElement, pressed: HTMLElement | undefined, busy: boolean): void {
  place.classList.toggle("card-busy", busy);
  if (busy) {
    pressed?.setAttribute("aria-busy", "true");
  } else {
    pressed?.removeAttribute("aria-busy");
  }
}

function render(place: HTMLElement, json: string, onAction: (action: Action) => void): string | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = onAction;
  try {
    card.parse(JSON.parse(json));
    const element = card.render();
    place.replaceChildren(...(element === undefined ? [] : [element]));
    return element === undefined ? "This card is empty." : undefined;
  } catch (cause) {
    place.replaceChildren();
    return `This card cannot be shown: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

/**
 * One Adaptive Card. It is rendered again only when its JSON changes: a repeated update of the same card,
 * a new theme or a foreign event must not cost anyone a half-typed answer.
 */
export function CardView({ card, label, lang, onIntent }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const handler = useRef(onIntent);
  const running = useRef(false);
  const [fault, setFault] = useState<string>();
  const json = JSON.stringify(card);
  useEffect(() => {
    handler.current = onIntent;
  });
  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return undefined;
    }
    let alive = true;
    const act = async (action: Action) => {
      const intent = intentOf(action);
      if (intent === undefined || running.current) {
        return;
      }
      running.current = true;
      setFault(undefined);
      setBusy(element, action.renderedElement, true);
      const said = await handler.current(intent).finally(() => {
        running.current = false;
        setBusy(element, action.renderedElement, false);
      });
      if (alive) {
        setFault(said);
      }
    };
    setFault(render(element, json, (action) => void act(action)));
    return () => {
      alive = false;
    };
  }, [json]);
  return (
    <article className="card" aria-label={label}>
      <div className="card-body" ref={place} lang={lang} />
      {fault === undefined ? null : (
        <p className="card-fault" role="alert">
          {fault}
        </p>
      )}
    </article>
  );
}
