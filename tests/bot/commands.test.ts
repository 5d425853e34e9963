import { describe, expect, it } from "vitest";
import { commandOf } from "../../bot/chat/commands.ts";
import { buttonsOf, createChatWorld, dataOf, everything, readOf } from "./chat-world.ts";
import { fatima, lien } from "./sample-content.ts";

describe("commands", () => {
  it("are known in four languages, whatever their case, accents and punctuation", () => {
    for (const text of ["help", "Help!", "HULP", "aide", "Hilfe.", "?", "Hallo", "bonjour"]) {
      expect(commandOf(text)).toEqual({ does: "help" });
    }
    for (const text of ["netwerk", "Réseau", "reseau ", "NETZWERK", "network", "Wie kan ik aanspreken?"]) {
      expect(commandOf(text)).toEqual({ does: "network" });
    }
    for (const text of ["mijn vragen", "Mijn  vragen…", "mes questions", "Meine Fragen", "my questions"]) {
      expect(commandOf(text)).toEqual({ does: "my-questions" });
    }
    for (const text of ["taal", "Langue", "Sprache?", "language"]) {
      expect(commandOf(text)).toEqual({ does: "language" });
    }
    expect(commandOf("Français")).toEqual({ does: "choose", language: "fr" });
  });

  it("are whole messages only: a question that begins like one is a question", () => {
    for (const text of [
      "help, mijn collega drinkt",
      "het netwerk ligt plat, mag ik thuis werken?",
      "dag chef",
    ]) {
      expect(commandOf(text)).toBeUndefined();
    }
  });
});

describe("what the bot shows", () => {
  it("helps in the language of Teams, and in the one that was chosen from then on", async () => {
    const { say, press } = await createChatWorld();
    expect(readOf(await say(lien, "help"))).toContain("Dag Lien");
    const choice = await say(lien, "taal");
    expect(buttonsOf(choice)).toEqual(["Nederlands", "Français", "Deutsch", "English"]);
    const chosen = await press(lien, "language", { language: "fr" });
    expect(readOf(chosen)).toContain("Nous parlons français.");
    expect(readOf(await say(lien, "help"))).toContain("Bonjour Lien");
    expect(readOf(await say(fatima, "help"))).toContain("Dag Fatima");
  });

  it("shows who one can turn to by role, their names and chats behind it, and help lines", async () => {
    const { say, press } = await createChatWorld();
    const card = await say(lien, "netwerk");
    expect(readOf(card)).toContain("Vertrouwenspersoon (1 contact)");
    expect(readOf(card)).toContain("Luistert in vertrouwen");
    expect(readOf(card)).toContain("112");
    const role = await press(lien, "network", { role: "netwerk" });
    expect(readOf(role)).toContain("Fatima El Amrani");
    expect(everything(role).map(({ url }) => url)).toContain(
      "https://teams.microsoft.com/l/chat/0/0?users=fatima.el.amrani%40pzvoorbeeld.example",
    );
    expect(readOf(await press(lien, "network", {}, { card: role }))).toContain("Wie kan ik aanspreken?");
    const services = await press(lien, "network", { role: "paps" });
    expect(readOf(services)).toContain("Tel. 02 555 01 02");
  });

  it("lists my questions, each with its state and a button to its card", async () => {
    const { say, press } = await createChatWorld();
    expect(readOf(await say(lien, "mijn vragen"))).toContain("Hier staan nog geen vragen van jou.");
    await say(lien, "Mag ik bloemen aannemen?");
    await press(lien, "send");
    const list = await say(lien, "mijn vragen");
    expect(readOf(list)).toContain("Mag ik bloemen aannemen?");
    expect(readOf(list)).toContain("verstuurd, gesteld vandaag");
    const card = await press(lien, "open");
    expect(readOf(card)).toContain("Je vraag is verstuurd naar Fatima El Amrani");
    expect(readOf(await press(lien, "withdraw", {}, { card }))).toContain("ingetrokken");
    expect(readOf(await say(fatima, "mijn vragen"))).toContain("Hier staan nog geen vragen van jou.");
  });

  it("welcomes once, however often and in whatever way Teams tells of the installation", async () => {
    const { receive, teams } = await createChatWorld();
    const installed = { type: "installationUpdate", action: "add" };
    const added = { type: "conversationUpdate", membersAdded: [{ id: "28:bot", name: "bot" }] };
    await Promise.all([receive(lien, installed), receive(lien, added)]);
    await receive(lien, installed);
    expect(teams.chat(lien.id)).toHaveLength(1);
    expect(readOf(teams.chat(lien.id)[0]?.card ?? expect.fail())).toContain("Dag Lien");
    await receive(fatima, { type: "conversationUpdate", membersAdded: [{ id: "29:other", name: "" }] });
    expect(teams.chat(fatima.id)).toHaveLength(0);
  });

  it("keeps the chat of members only", async () => {
    const { say, receive, chats } = await createChatWorld();
    await receive(fatima, { type: "installationUpdate", action: "add" });
    await say(lien, "help");
    expect((await chats.reachOf(fatima.id as never, "" as never)).conversation).toContain(
      `chat-of-${fatima.id}`,
    );
    expect((await chats.reachOf(lien.id as never, "" as never)).conversation).toBeUndefined();
  });

  it("offers a chat button to the member when the asker gave their name and Teams knows their account", async () => {
    const { say, press, settle, teams } = await createChatWorld();
    teams.account = "lien.peeters@pzvoorbeeld.example";
    await say(lien, "Mag ik bloemen aannemen?");
    await press(lien, "send", { mode: "named" });
    await settle();
    const offer = teams.chat(fatima.id)[0]?.card ?? expect.fail();
    expect(everything(offer).map(({ url }) => url)).toContain(
      "https://teams.microsoft.com/l/chat/0/0?users=lien.peeters%40pzvoorbeeld.example",
    );
    expect(dataOf(offer, "claim")).not.toHaveProperty("ticket");
  });
});
