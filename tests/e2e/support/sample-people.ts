const person = (number: string) => `00000000-0000-4000-8000-0000000000${number}`;

/** People of the sample site by what they are to a test. */
export const lien = person("01");
export const karim = person("02");
/** Asks without a name only, wherever she asks. */
export const veerle = person("15");
export const wout = person("16");
/** The only one who gets questions on irregularities, so that a test knows where one goes. */
export const thomas = person("12");
export const topicOfThomas = "onregelmatigheden";
