import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../../support/chromium.ts";
import { questionCard, receiptCard } from "./fake-cards.ts";
import { open, pane, say, startPage, type UnderTest } from "./page-under-test.ts";

let under: UnderTest;
let page: Page;

beforeAll(async () => {
  under = await startPage();
});
afterEach(async () => {
  await page.context().close();
});
afterAll(async () => {
  await under.stop();
});

const adaptive = (content: unknown) => [{ contentType: "application/vnd.microsoft.card.adaptive", content }];

/** Asks, and waits for the card that answers this question, not one of an earlier test. */
async function askAs(person: string, name: string): Promise<ReturnType<typeof pane>> {
  page = await open(under, `?layout=one&left=${person}`);
  const place = pane(page, name);
  await place.getByRole("log").waitFor();
  const cards = place.getByRole("article", { name: "Card from Integriteitskompas" });
  const before = await cards.count();
  await say(place, "Mag dit?");
  await cards.nth(before).waitFor();
  return place;
}

const sent = (what: string) => under.api.received.filter((one) => one.path.endsWith(what));

describe.skipIf(chromiumPath === undefined)("the chat", () => {
  test("a sent message is answered by a card, and the box is empty again", async () => {
    const lien = await askAs("01", "Lien Peeters");
    const log = lien.getByRole("log");
    expect(await log.getByText("Mag dit?", { exact: true }).count()).toBe(1);
    expect(await lien.getByRole("article", { name: "Card from Integriteitskompas" }).count()).toBe(1);
    expect(await lien.getByRole("textbox", { name: "Type a message" }).inputValue()).toBe("");
    expect(sent("messages").at(-1)?.body).toMatchObject({
      text: "Mag dit?",
      locale: "nl-BE",
      theme: "default",
    });
  });

  test("Shift and Enter makes a line, and markup in a bot's text stays text", async () => {
    page = await open(under, "?layout=one&left=02");
    const karim = pane(page, "Karim Haddad");
    const box = karim.getByRole("textbox", { name: "Type a message" });
    await box.fill("Bonjour");
    await box.press("Shift+Enter");
    await box.pressSequentially("à tous");
    await box.press("Enter");
    await karim.getByText("<img src=x onerror=alert(1)>").waitFor();
    expect(sent("messages").at(-1)?.body["text"]).toBe("Bonjour\nà tous");
    expect(await karim.getByRole("log").locator("img[src='x']").count()).toBe(0);
    expect(await karim.getByRole("log").locator("li strong").allTextContents()).toEqual([
      "netwerk",
      "mijn vragen",
    ]);
  });

  test("a suggested reply is sent as if typed, and then goes", async () => {
    page = await open(under, "?layout=one&left=02");
    const karim = pane(page, "Karim Haddad");
    await say(karim, "Salut");
    await karim
      .getByRole("group", { name: "Suggested replies" })
      .getByRole("button", { name: "netwerk" })
      .click();
    await karim.getByRole("log").getByText("netwerk", { exact: true }).last().waitFor();
    expect(sent("messages").at(-1)?.body["text"]).toBe("netwerk");
  });

  test("in a group the bot hears only messages that mention it", async () => {
    page = await open(under, "?layout=one&app=group");
    const lien = pane(page, "Lien Peeters");
    await lien.getByRole("button", { name: "Mention Integriteitskompas" }).click();
    await say(lien, "Onder ons");
    await lien.getByRole("log").getByText("Onder ons").waitFor();
    expect(sent("messages").at(-1)?.body["mentionBot"]).toBe(false);
    await lien.getByRole("button", { name: "Mention Integriteitskompas" }).click();
    await say(lien, "En jij?");
    await lien.getByText("Stel je vraag in de persoonlijke chat.").waitFor();
    expect(sent("messages").at(-1)?.body["mentionBot"]).toBe(true);
  });

  test("two panes are two people: what one asks in private the other does not see", async () => {
    page = await open(under, "");
    const lien = pane(page, "Lien Peeters");
    const fatima = pane(page, "Fatima El Amrani");
    await say(lien, "Alleen tussen ons");
    await lien.getByRole("log").getByText("Alleen tussen ons", { exact: true }).waitFor();
    expect(await fatima.getByText("Alleen tussen ons").count()).toBe(0);
    under.api.say("personal-04", "Er is een vraag voor jou.");
    await fatima.getByText("Er is een vraag voor jou.").waitFor();
    expect(await lien.getByText("Er is een vraag voor jou.").count()).toBe(0);
  });

  test("a message that arrives behind a tab is counted on the rail", async () => {
    page = await open(under, "?layout=one&left=04&app=tab");
    const fatima = pane(page, "Fatima El Amrani");
    await fatima.locator(".chats-item").last().waitFor({ state: "attached" });
    under.api.say("personal-04", "Nog een vraag.");
    await fatima.getByRole("button", { name: "Chat, 1 unread" }).click();
    await fatima.getByText("Nog een vraag.").waitFor();
    await fatima.getByRole("button", { name: "Chat", exact: true }).waitFor();
  });
});

describe.skipIf(chromiumPath === undefined)("a card", () => {
  test("Action.Execute puts the returned card in its place, and a double click sends once", async () => {
    const lien = await askAs("01", "Lien Peeters");
    const before = sent("invoke").length;
    const send = lien.getByRole("button", { name: "Verstuur", exact: true }).last();
    await lien.getByLabel("Zonder mijn naam. Fatima ziet je naam niet.").last().check();
    await send.dblclick();
    await lien.locator('button[aria-busy="true"]', { hasText: "Verstuur" }).waitFor();
    await lien.getByText("Fatima El Amrani leest je vraag (confidential).").waitFor();
    expect(sent("invoke").length).toBe(before + 1);
    expect(sent("invoke").at(-1)?.body).toMatchObject({
      name: "adaptiveCard/action",
      replyToId: expect.any(String),
      value: { trigger: "manual", action: { verb: "send", data: { question: 7, topic: "geschenken" } } },
    });
  });

  test("a failed press shows a line in the card and keeps what was typed", async () => {
    const lien = await askAs("02", "Karim Haddad");
    const box = lien.getByRole("textbox", { name: "Je vraag" }).last();
    await box.fill("Een halve zin");
    await lien.getByRole("button", { name: "Verstuur naar niemand" }).last().click();
    await lien.getByRole("alert").waitFor();
    expect(await lien.getByRole("alert").textContent()).toContain("500");
    expect(await box.inputValue()).toBe("Een halve zin");
  });

  test("typed text survives a foreign update and a new theme; a changed card replaces it", async () => {
    const karim = await askAs("02", "Karim Haddad");
    const box = karim.getByRole("textbox", { name: "Je vraag" }).last();
    await box.fill("Nog niet af");
    const stored = await (await fetch(`${under.api.origin}/local/chats/personal-02/activities`)).json();
    const last = stored.activities.at(-1).id;
    under.api.update("personal-02", last);
    under.api.say("group", "Iemand zegt iets");
    await page.getByRole("radio", { name: "Dark" }).check();
    await karim.getByRole("button", { name: "Ploeg Noord, 1 unread" }).waitFor();
    expect(await box.inputValue()).toBe("Nog niet af");
    under.api.update("personal-02", last, adaptive(receiptCard("named")));
    await karim.getByText("Fatima El Amrani leest je vraag (named).").waitFor();
    under.api.update("personal-02", last, adaptive(questionCard()));
    await expect.poll(() => box.inputValue()).toBe("Mag ik een fles wijn aannemen?");
  });

  test("an empty required input stops Action.Submit; a filled one reaches the bot", async () => {
    page = await open(under, "?layout=one&left=04");
    const fatima = pane(page, "Fatima El Amrani");
    await say(fatima, "lid");
    const answer = fatima.getByRole("button", { name: "Antwoord" }).last();
    const before = sent("submit").length;
    await answer.click();
    await fatima.getByText("Schrijf eerst een antwoord.").waitFor();
    expect(sent("submit").length).toBe(before);
    await fatima
      .getByRole("textbox", { name: /Je antwoord/ })
      .last()
      .fill("Ja, tot 20 euro.");
    await answer.click();
    await expect.poll(() => sent("submit").length).toBe(before + 1);
    expect(sent("submit").at(-1)?.body["value"]).toEqual({ action: "answer", answer: "Ja, tot 20 euro." });
  });

  test("imBack in a shown card speaks for the person", async () => {
    const lien = await askAs("02", "Karim Haddad");
    await lien.getByRole("button", { name: "Meer" }).last().click();
    await lien.getByRole("button", { name: "Netwerk" }).last().click();
    await expect.poll(() => sent("messages").at(-1)?.body["text"]).toBe("netwerk");
  });
});
