import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { botWords } from "../../src/i18n/bot-words.ts";
import { chromiumPath as chromium, launchChromium } from "../support/chromium.ts";
import { type Parts, startParts } from "./support/parts.ts";
import { hasPlayground, type Playground, sayInPlayground, startPlayground } from "./support/playground.ts";

const nl = botWords("nl");
const question = "Mag ik een doos pralines van een buurtbewoner aannemen?";
const answer = "Bedank vriendelijk, en deel ze met de hele ploeg als weigeren kwetst.";

const chromiumPath = hasPlayground ? chromium : undefined;
if (!hasPlayground) {
  console.warn("Skipped: the tests in Microsoft's Agents Playground, since that package is not installed.");
} else if (chromiumPath === undefined) {
  console.warn("Skipped: the tests in Microsoft's Agents Playground, since there is no Chromium here.");
}

describe.skipIf(chromiumPath === undefined)("in Microsoft's own Agents Playground", () => {
  let parts: Parts;
  let browser: Browser;
  let playgrounds: readonly Playground[] = [];
  const pages: Page[] = [];

  beforeAll(async () => {
    parts = await startParts();
    await parts.startApp();
    const people = await parts.api.people();
    const [lien, , , fatima] = people;
    if (!chromiumPath || !lien || !fatima) throw new Error("The sample site has no Lien or no Fatima.");
    playgrounds = await Promise.all([lien, fatima].map((me) => startPlayground(parts.appUrl, people, me)));
    browser = await launchChromium();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(20_000);
    for (const { url } of playgrounds) {
      const page = await context.newPage();
      await page.goto(url);
      pages.push(page);
    }
  });
  afterAll(async () => {
    await browser?.close();
    for (const { process } of playgrounds) process.kill("SIGKILL");
    await Promise.all(playgrounds.map(({ process }) => process.ended));
    await parts?.stop([question, answer]);
  });

  test("I ask and send, the member gets it unasked and answers, and the answer comes to me", async () => {
    const [asker, member] = pages;
    if (!asker || !member) throw new Error("The pages are not opnl.");
    // The Playground itself speaks American English only; and the bot must have met the member somewhere.
    for (const page of [member, asker]) {
      await sayInPlayground(page, "Nederlands");
      await cardIn(page, nl.language.chosen).waitFor();
    }

    await sayInPlayground(asker, question);
    const draft = asker.locator(".ac-adaptiveCard").filter({ hasText: nl.card.draft }).last();
    await draft.getByRole("radio", { name: /Met mijn naam/ }).check();
    await draft.getByRole("button", { name: nl.card.send }).click();
    await cardIn(asker, question).getByText("Fatima El Amrani").first().waitFor();

    const offered = cardIn(member, question);
    await offered.getByText("Lien Peeters").first().waitFor();
    await offered.getByRole("button", { name: nl.member.claim }).click();
    const mine = cardIn(member, question);
    await mine.getByRole("textbox").fill(answer);
    await mine.getByRole("button", { name: nl.member.answerSend }).click();
    await cardIn(asker, answer).getByText("Fatima El Amrani").first().waitFor();
    expect(await asker.getByText(answer).count()).toBeGreaterThan(0);
  });
});

function cardIn(page: Page, text: string): Locator {
  return page.locator(".ac-adaptiveCard").filter({ hasText: text }).last();
}
