import { describe, expect, test } from "vitest";
import { botWords } from "../../src/i18n/bot-words.ts";
import { chromiumPath } from "../support/chromium.ts";
import { stage } from "./support/teams-page.ts";

const [nl, fr] = [botWords("nl"), botWords("fr")];

describe.skipIf(chromiumPath === undefined)("talking with the bot", () => {
  const teams = stage();

  test("it greets me before I typed anything, and says the same when I ask for help", async () => {
    const lien = await teams.as("Lien Peeters");
    await lien.cards.first().getByText(nl.help.welcome("Lien")).waitFor();
    const help = await lien.says("help");
    await help.getByText(nl.help.lead).waitFor();
    await help.getByText(nl.help.urgent).waitFor();
  });

  test("I find a confidential counsellor with `netwerk` and a button", async () => {
    const lien = await teams.as("Lien Peeters");
    const network = await lien.says("netwerk");
    await network.getByText(nl.roles.vertrouwenspersoon.text).waitFor();
    await network.getByText("106").first().waitFor();
    await network.getByRole("button", { name: nl.network.all }).nth(1).click();
    await network.getByText("Els Wouters").first().waitFor();
    await network.getByRole("button", { name: nl.network.back }).click();
    await network.getByText(nl.roles.netwerk.text).waitFor();
  });

  test("`mijn vragen` lists what I asked and opens it", async () => {
    const question = "Mag ik korting aanvaarden bij de garage om de hoek?";
    const wout = await teams.as("Wout Van Damme");
    const none = await wout.says("mijn vragen");
    await none.getByText(nl.mine.none).waitFor();
    await wout.asks(question, "named");
    const mine = await wout.says("mijn vragen");
    await mine.getByText(question).waitFor();
    await mine.getByRole("button", { name: nl.mine.open }).first().click();
    await mine.getByText(nl.asker.youAsked).waitFor();
  });

  test("after `taal` and Français the bot speaks French to me, and Dutch to others", async () => {
    const nora = await teams.as("Nora Ó Briain-Janssens");
    const choice = await nora.says("taal");
    await choice.getByRole("button", { name: "Français" }).click();
    await choice.getByText(fr.language.chosen).waitFor();
    await (await nora.says("aide")).getByText(fr.help.lead).waitFor();
    await (await nora.says("Puis-je accepter une bouteille de vin ?")).getByText(fr.card.draft).waitFor();
    const an = await teams.as("An Jacobs");
    await (await an.says("help")).getByText(nl.help.lead).waitFor();
  });

  test("in a channel it only says where such questions belong, and repeats nothing", async () => {
    const text = "Ik vermoed dat mijn chef geld uit de kas neemt";
    const an = await teams.as("An Jacobs", "&app=channel");
    const box = an.pane.getByRole("textbox", { name: /Start a post/ });
    await box.fill(text);
    await box.press("Enter");
    const answer = an.pane.getByText(nl.elsewhere.sentence);
    await answer.waitFor();
    const said = (await teams.product().api.activitiesOf(an.person.id, "channel")).filter(
      ({ from }) => from.role === "bot",
    );
    expect(said).toHaveLength(1);
    expect(JSON.stringify(said)).not.toContain("chef");
  });

  test("markup in my question stays what I typed", async () => {
    const question = "Is <b>dit</b> **mag** <img src=x onerror=alert(1)> een vraag?";
    const veerle = await teams.as("Veerle Goossens");
    const receipt = await veerle.asks(question, "named");
    expect(await receipt.textContent()).toContain(question);
    expect(await receipt.locator("b, img").count()).toBe(0);
  });
});
