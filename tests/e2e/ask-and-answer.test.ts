import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { botWords } from "../../src/i18n/bot-words.ts";
import { chromiumPath } from "../support/chromium.ts";
import { type PersonAtPage, readerOf, stage } from "./support/teams-page.ts";

const nl = botWords("nl");

function press(card: Locator, name: string): Promise<void> {
  return card.getByRole("button", { name, exact: true }).click();
}

/** Fills the answer box of a card and sends it; waits until the card says so. */
async function answers(member: PersonAtPage, card: Locator, text: string): Promise<void> {
  await card.getByRole("textbox", { name: nl.member.answerLabel }).fill(text);
  await press(card, nl.member.answerSend);
  await member.card(text).getByText(nl.member.answered).waitFor();
}

describe.skipIf(chromiumPath === undefined)("asking in the chat", () => {
  const teams = stage();

  test("I ask with my name, a colleague takes it and answers, I ask on, and I close it", async () => {
    const question = "Mag ik de fles wijn van de winkelier aannemen?";
    const lien = await teams.as("Lien Peeters");
    const reader = await readerOf(await lien.asks(question, "named"));

    const member = await teams.as(reader);
    const offered = member.card(question);
    await offered.getByText("Lien Peeters").first().waitFor();
    await press(offered, nl.member.claim);
    await lien.card(question).getByText(nl.asker.claimed(reader)).waitFor();

    await answers(member, member.card(question), "Geef ze vriendelijk terug en meld het.");
    const answered = lien.card("Geef ze vriendelijk terug en meld het.");
    await answered.getByText(nl.asker.answerOf(reader)).first().waitFor();

    const more = "En als hij ze gewoon op de toog laat staan?";
    await press(lien.cards.last(), nl.asker.followUp);
    await lien.cards.last().getByRole("textbox", { name: nl.asker.followUpLabel }).fill(more);
    await press(lien.cards.last(), nl.asker.followUpSend);
    await answers(member, member.card(more), "Dan breng je ze samen met een collega terug.");
    await lien.cards.last().getByText("Dan breng je ze samen met een collega terug.").waitFor();

    await press(lien.cards.last(), nl.asker.close);
    await lien.cards.last().getByText(nl.asker.closed).waitFor();
    const over = member.card(nl.member.closed);
    await over.waitFor();
    expect(await over.getByRole("button").count()).toBe(0);
  });

  test("I ask without my name, and the colleague who answers sees only 'een collega'", async () => {
    const question = "Er wordt in mijn ploeg gepest en ik durf er niets van te zeggen.";
    const wout = await teams.as("Wout Van Damme");
    const reader = await readerOf(await wout.asks(question, "confidential"));

    const member = await teams.as(reader);
    const offered = member.card(question);
    await offered.getByText(nl.member.colleague, { exact: false }).first().waitFor();
    await press(offered, nl.member.claim);
    await answers(member, member.card(question), "Fijn dat je het vertelt. Bel me gerust.");
    await wout.card("Fijn dat je het vertelt. Bel me gerust.").waitFor();
    expect(await member.pane.getByRole("log").textContent()).not.toMatch(/Wout|Van Damme/);
  });

  test("when a colleague declines, the next one of the network gets my question", async () => {
    const question = "Mijn baas vraagt mij een cadeau te kopen voor een leverancier.";
    const an = await teams.as("An Jacobs");
    const first = await readerOf(await an.asks(question, "named"));
    const declining = await teams.as(first);
    await press(declining.card(question), nl.member.decline);
    await declining.card(nl.member.declined).waitFor();

    const receipt = an.card(question);
    await expect.poll(() => readerOf(receipt)).not.toBe(first);
    const next = await teams.as(await readerOf(receipt));
    await next.card(question).getByText("An Jacobs").first().waitFor();
    await press(next.card(question), nl.member.claim);
    await an.card(question).getByText(nl.asker.claimed(next.person.name)).waitFor();
  });

  test("after a reload I see the receipt, not the draft, and nobody gets it twice", async () => {
    const question = "Mag ik na mijn uren bijklussen als koerier?";
    const veerle = await teams.as("Veerle Goossens");
    const reader = await readerOf(await veerle.asks(question, "named"));
    await veerle.page.reload();
    await veerle.card(question).getByText(nl.asker.routed("").replace(/\.$/, "")).first().waitFor();
    expect(await veerle.pane.getByRole("button", { name: nl.card.send, exact: true }).count()).toBe(0);
    const member = await teams.as(reader);
    await member.card(question).waitFor();
    expect(await member.cards.filter({ hasText: question }).count()).toBe(1);
  });

  test("pressing a card that stayed behind shows how things stand today", async () => {
    const question = "Mag ik mijn dienstwagen gebruiken om mijn kind op te halen?";
    const griet = await teams.as("Griet Lemmens");
    const member = await teams.as(await readerOf(await griet.asks(question, "named")));
    await press(member.card(question), nl.member.claim);
    await answers(member, member.card(question), "Nee, de wagen is er voor het werk.");
    const answered = griet.cards.filter({ hasText: nl.asker.answerOf(member.person.name) });
    await answered.waitFor();
    await press(member.card(question), nl.member.more);
    await member
      .card(question)
      .getByLabel(nl.member.answerLabel)
      .fill("Vraag het gerust aan je diensthoofd.");
    await press(member.card(question), nl.member.answerSend);
    await expect.poll(() => answered.count()).toBe(2);

    await press(answered.last(), nl.asker.close);
    await griet.cards.filter({ hasText: nl.asker.closed }).waitFor();
    await press(answered.first(), nl.asker.close);
    await expect.poll(() => griet.cards.filter({ hasText: nl.asker.closed }).count()).toBe(2);
  });

  test("I withdraw my question, and the colleague sees that nothing is left to do", async () => {
    const question = "Mag ik een kennis opzoeken in de databank?";
    const stijn = await teams.as("Stijn Claes");
    const member = await teams.as(await readerOf(await stijn.asks(question, "confidential")));
    await member.card(question).waitFor();
    await press(stijn.card(question), nl.asker.withdraw);
    await stijn.card(question).getByText(nl.asker.withdrawn).waitFor();
    await member.card(nl.member.withdrawn).waitFor();
  });
});
