import { localize } from "../../src/base/language.ts";
import { type RoleId, roleIds } from "../../src/base/vocabulary.ts";
import { activeActors } from "../../src/content/directory.ts";
import type { Actor } from "../../src/content/model.ts";
import { type Card, card, chatLink, type Element, heading, line, openPage, press } from "./card.ts";
import type { Scene } from "./scene.ts";

/** Who one can turn to: each role explained in a sentence, its names behind one button. */
export function networkCard(scene: Scene): Card {
  const words = scene.words.network;
  const actors = inOffice(scene);
  const roles = roleIds.filter((role) => actors.some((actor) => actor.role === role));
  return card(scene.language, words.title, [
    heading(words.title),
    ...roles.map((role) => roleRow(scene, role, actors.filter((actor) => actor.role === role).length)),
    ...helpLineRows(scene),
  ]);
}

/** The people and services of one role: how to reach each of them. */
export function roleCard(scene: Scene, role: RoleId): Card {
  const { name, text } = scene.words.roles[role];
  const actors = inOffice(scene).filter((actor) => actor.role === role);
  return card(
    scene.language,
    name,
    [
      heading(name),
      line(text, { subtle: true }),
      ...(actors.length === 0 ? [line(scene.words.network.noneOfRole)] : []),
      ...actors.slice(0, 12).map((actor) => actorRow(scene, actor)),
    ],
    [press(scene.words.network.back, "network", {})],
  );
}

/** Help at once, from the list, or those that are always there when it cannot be read. */
export function helpLineRows(scene: Scene): readonly Element[] {
  const published = (scene.content?.helpLines ?? []).map(({ name, phone }) => ({
    name: localize(name, scene.language).text,
    phone,
  }));
  const lines = published.length > 0 ? published : scene.words.builtIn;
  return [
    line(scene.words.network.helpLines, { bold: true, separator: true, spacing: "medium" }),
    ...lines.map(({ name, phone }) =>
      line(name === phone ? phone : `${name}: ${phone}`, { spacing: "none" }),
    ),
  ];
}

function inOffice({ content, now }: Scene): readonly Actor[] {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" }).format(now);
  return activeActors(content?.actors ?? [], today);
}

function roleRow(scene: Scene, role: RoleId, count: number): Element {
  const { name, text } = scene.words.roles[role];
  return {
    type: "Container",
    separator: true,
    selectAction: press(`${name}: ${scene.words.network.all}`, "network", { role }),
    items: [
      line(`${name} (${scene.words.network.count(count)}) ›`, { bold: true }),
      line(text, { subtle: true, spacing: "none" }),
    ],
  };
}

function actorRow(scene: Scene, actor: Actor): Element {
  const words = scene.words.network;
  const place = [actor.entity, actor.site].filter((part) => part).join(", ");
  const languages = actor.languages.map((language) => scene.words.languages[language]).join(", ");
  const facts = [
    ...(actor.phone ? [words.phone(actor.phone)] : []),
    ...(actor.kind === "service" && actor.email ? [actor.email] : []),
    ...(languages ? [words.speaks(languages)] : []),
  ];
  return {
    type: "Container",
    separator: true,
    items: [
      line(actor.external ? `${actor.name} (${words.external})` : actor.name, { bold: true }),
      ...(place ? [line(place, { subtle: true, spacing: "none" })] : []),
      ...(facts.length > 0 ? [line(facts.join(" · "), { spacing: "none" })] : []),
      ...(actor.account ? [chatButton(words.chat(actor.name), actor.account)] : []),
    ],
  };
}

function chatButton(title: string, account: string): Element {
  return { type: "ActionSet", actions: [openPage(title, chatLink(account))] };
}
