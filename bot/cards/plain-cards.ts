import { type Language, languages } from "../../src/base/language.ts";
import { botWords } from "../../src/i18n/bot-words.ts";
import { type Card, card, heading, line, openPage, press, quoted, textInput, type Verb } from "./card.ts";
import { cutAtWord, fitting } from "./cut.ts";
import { helpLineRows } from "./network-card.ts";
import type { Scene } from "./scene.ts";

/** Just a sentence, where nothing else is needed. */
export function sentenceCard(scene: Scene, sentence: string, unsent?: string): Card {
  const kept = unsent?.trim() ? unsent : undefined;
  return fitting((limit) =>
    card(scene.language, sentence, [
      line(sentence),
      ...(kept === undefined
        ? []
        : [line(scene.words.fault.notSent, { bold: true }), quoted(cutAtWord(kept, limit))]),
    ]),
  );
}

/** Something failed: what happened, the text still in its box, and the same button again. */
export function retryCard(
  scene: Scene,
  sentence: string,
  again: {
    readonly input: { readonly id: string; readonly label: string; readonly value: string } | undefined;
    readonly verb: Verb;
    readonly data: Readonly<Record<string, unknown>>;
    readonly withHelpLines?: boolean;
  },
): Card {
  const { input } = again;
  const button = press(scene.words.fault.tryAgainButton, again.verb, again.data, {
    primary: true,
    inputs: "auto",
  });
  return fitting((limit) =>
    card(
      scene.language,
      sentence,
      [
        line(sentence, { bold: true }),
        input && textInput({ ...input, value: input.value.slice(0, limit) }),
        ...(again.withHelpLines ? helpLineRows(scene) : []),
      ],
      [button],
    ),
  );
}

/** The first thing one sees, and what `help` shows. */
export function helpCard(scene: Scene, firstName: string | undefined): Card {
  const words = scene.words.help;
  const greeting = firstName ? words.welcome(firstName) : words.welcomeNameless;
  return card(
    scene.language,
    words.lead,
    [
      heading(greeting),
      line(words.lead),
      line(words.before, { subtle: true }),
      line(words.urgent, { subtle: true }),
    ],
    [
      press(words.network, "network", {}),
      press(words.myQuestions, "my-questions", {}),
      press(words.language, "language", {}),
    ],
  );
}

/** Each language by its own name, in its own words. */
const ownNames: Readonly<Record<Language, string>> = {
  nl: "Nederlands",
  fr: "Français",
  de: "Deutsch",
  en: "English",
};

export function languageCard(scene: Scene): Card {
  return card(
    scene.language,
    scene.words.language.title,
    [
      heading(scene.words.language.title),
      ...languages
        .filter((language) => language !== scene.language)
        .map((language) => line(botWords(language).language.title, { subtle: true, spacing: "none" })),
    ],
    languages.map((language) => press(ownNames[language], "language", { language })),
  );
}

/** In a group or channel: where such questions belong, and nothing of what was said. */
export function elsewhereCard(scene: Scene, botId: string): Card {
  const { sentence, open } = scene.words.elsewhere;
  return card(
    scene.language,
    sentence,
    [line(sentence)],
    [openPage(open, `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(`28:${botId}`)}`)],
  );
}
