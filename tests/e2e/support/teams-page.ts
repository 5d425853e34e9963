import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { botWords } from "../../../src/i18n/bot-words.ts";
import { chromiumPath, launchChromium } from "../../support/chromium.ts";
import { startVisit, type Visit } from "./browser.ts";
import type { SamplePerson } from "./local-api.ts";
import { type Product, startProduct } from "./product.ts";

const nl = botWords("nl");

/** One person at the local Teams page, alone in their pane. */
export class PersonAtPage {
  readonly page: Page;
  readonly person: SamplePerson;

  constructor(page: Page, person: SamplePerson) {
    this.page = page;
    this.person = person;
  }

  get pane(): Locator {
    return this.page.getByRole("region", { name: this.person.name, exact: true });
  }

  get cards(): Locator {
    return this.pane.getByRole("article", { name: /^Card from/ });
  }

  /** The newest card that shows this text. */
  card(text: string | RegExp): Locator {
    return this.cards.filter({ hasText: text }).last();
  }

  /** Sends a message, and gives the card that answers it. */
  async says(text: string): Promise<Locator> {
    await this.cards.first().waitFor();
    const before = await this.cards.count();
    const box = this.pane.getByRole("textbox", { name: /Type a message|Start a post/ });
    await box.fill(text);
    await box.press("Enter");
    const answer = this.cards.nth(before);
    await answer.waitFor();
    return answer;
  }

  /** Types a question, chooses how, sends it; gives the receipt. */
  async asks(text: string, mode: "named" | "confidential"): Promise<Locator> {
    const draft = await this.says(text);
    const label = mode === "named" ? /Met mijn naam/ : /Zonder mijn naam/;
    await draft.getByRole("radio", { name: label }).check();
    await draft.getByRole("button", { name: nl.card.send, exact: true }).click();
    const receipt = this.card(text);
    await receipt.getByText(sentTo).waitFor();
    return receipt;
  }

  /** The tab of this name, in its frame. */
  get tab(): FrameLocator {
    return this.pane.frameLocator("iframe:visible");
  }
}

/** "Je vraag is verstuurd naar " */
const sentTo = nl.asker.routed("").replace(/\.$/, "");

/** Who gets the question, as the receipt says: "… naar Fatima El Amrani, netwerklid integriteit." */
export async function readerOf(receipt: Locator): Promise<string> {
  const sentence = (await receipt.getByText(sentTo).first().textContent()) ?? "";
  const name = sentence.slice(sentence.indexOf(sentTo) + sentTo.length).split(",")[0];
  if (!name) throw new Error(`The receipt names nobody: ${sentence}`);
  return name;
}

export interface Stage {
  readonly product: () => Product;
  /** Opens the page as this person; `query` as in the page's own address. */
  as(name: string, query?: string): Promise<PersonAtPage>;
}

if (chromiumPath === undefined) {
  console.warn("Skipped: the tests in a browser, since there is no Chromium here. See the line above.");
}

/** `npm start` and a browser for the tests of one file, and a fresh profile for each test. */
export function stage(): Stage {
  let product: Product | undefined;
  let browser: Browser | undefined;
  let visit: Visit | undefined;

  beforeAll(async () => {
    if (chromiumPath === undefined) return;
    [product, browser] = await Promise.all([startProduct(), launchChromium()]);
  });
  beforeEach(async () => {
    if (browser) visit = await startVisit(browser);
  });
  afterEach(async ({ task }) => {
    if (!visit) return;
    if (task.result?.state === "fail") await visit.photograph(task.name);
    await visit.context.close();
    expect(visit.complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const known = () => {
    if (!product) throw new Error("npm start does not run.");
    return product;
  };
  return {
    product: known,
    as: async (name, query = "") => {
      const people = await known().api.people();
      const person = people.find((one) => one.name === name);
      if (!person || !visit) throw new Error(`${name} cannot be shown.`);
      const page = await visit.context.newPage();
      await page.goto(`${known().m365Url}/?layout=one&left=${person.id}${query}`);
      const atPage = new PersonAtPage(page, person);
      await atPage.pane.waitFor();
      return atPage;
    },
  };
}
