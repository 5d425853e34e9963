import type { Language } from "../../src/base/language.ts";

export type Command =
  | { readonly does: "help" | "network" | "my-questions" | "language" }
  | { readonly does: "choose"; readonly language: Language };

/** In every language at once: who speaks two of them should not have to think which one the bot is in. */
const phrases: Readonly<Record<"help" | "network" | "my-questions" | "language", readonly string[]>> = {
  help: [
    ..."help,hulp,start,menu,info,aide,hilfe,hallo,hoi,hey,hi,hello,dag,goeiedag,goedendag,goedemorgen".split(
      ",",
    ),
    ..."goeiemorgen,goedemiddag,salut,bonjour,bonsoir,coucou,guten tag,guten morgen,good morning".split(","),
  ],
  network: [
    ..."netwerk,network,reseau,netzwerk,wie is wie,wie kan ik aanspreken,wie kan ik spreken".split(","),
    ..."a qui puis je m adresser,a qui parler,an wen kann ich mich wenden,who can i turn to,who can i talk to".split(
      ",",
    ),
  ],
  "my-questions": "mijn vragen,mes questions,meine fragen,my questions,vragen,questions,fragen".split(","),
  language: "taal,talen,langue,langues,sprache,sprachen,language,languages".split(","),
};

const languageNames: Readonly<Record<Language, readonly string[]>> = {
  nl: ["nederlands", "vlaams", "dutch", "neerlandais", "niederlandisch"],
  fr: ["francais", "frans", "french", "franzosisch"],
  de: ["deutsch", "duits", "german", "allemand"],
  en: ["english", "engels", "anglais", "englisch"],
};

/** No command is longer; a question that begins with "help" is a question. */
const longestCommand = 40;

/** The command that a whole message is, whatever its case, accents and punctuation. */
export function commandOf(text: string): Command | undefined {
  if (text.length > longestCommand) return undefined;
  const said = folded(text);
  if (text.trim() === "?") return { does: "help" };
  for (const does of ["help", "network", "my-questions", "language"] as const) {
    if (phrases[does].includes(said)) return { does };
  }
  for (const language of ["nl", "fr", "de", "en"] as const) {
    if (languageNames[language].includes(said)) return { does: "choose", language };
  }
  return undefined;
}

function folded(text: string): string {
  const bare = text
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
  return bare.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}
