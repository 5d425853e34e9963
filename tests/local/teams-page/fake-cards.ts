/** Cards that use what the bot may use, so that the page is tried against all of it. */
export function questionCard(): unknown {
  return {
    type: "AdaptiveCard",
    version: "1.5",
    body: [
      { type: "TextBlock", text: "Je vraag", weight: "Bolder", size: "Medium", style: "heading", wrap: true },
      {
        type: "TextBlock",
        wrap: true,
        isSubtle: true,
        text: "Een klein geschenk mag je soms aannemen. **Meld het altijd** aan je leidinggevende. [Lees verder](https://example.org/nota)",
      },
      {
        type: "Input.Text",
        id: "text",
        label: "Je vraag",
        isMultiline: true,
        value: "Mag ik een fles wijn aannemen?",
      },
      {
        type: "Input.ChoiceSet",
        id: "topic",
        label: "Onderwerp",
        value: "geschenken",
        choices: [
          { title: "Geschenken", value: "geschenken" },
          { title: "Nevenactiviteit", value: "nevenactiviteit" },
        ],
      },
      {
        type: "Input.ChoiceSet",
        id: "mode",
        label: "Hoe stel je ze?",
        style: "expanded",
        value: "named",
        choices: [
          { title: "Met mijn naam. Fatima ziet je naam en kan met je chatten.", value: "named" },
          { title: "Zonder mijn naam. Fatima ziet je naam niet.", value: "confidential" },
        ],
      },
      { type: "Input.Toggle", id: "copy", title: "Stuur mij een kopie", value: "false" },
      { type: "Input.Date", id: "day", label: "Wanneer was het?" },
      {
        type: "FactSet",
        facts: [
          { title: "Gaat naar", value: "Fatima El Amrani" },
          { title: "Antwoord", value: "binnen 2 werkdagen" },
        ],
      },
    ],
    actions: [
      { type: "Action.Execute", title: "Verstuur", verb: "send", style: "positive", data: { question: 7 } },
      { type: "Action.Execute", title: "Verstuur naar niemand", verb: "fail" },
      {
        type: "Action.Submit",
        title: "Anoniem",
        data: { msteams: { type: "task/fetch" }, action: "open-anonymous" },
      },
      {
        type: "Action.ShowCard",
        title: "Meer",
        card: {
          type: "AdaptiveCard",
          body: [{ type: "TextBlock", wrap: true, text: "Fatima leest je vraag. Niemand anders." }],
          actions: [
            {
              type: "Action.Submit",
              title: "Netwerk",
              data: { msteams: { type: "imBack", value: "netwerk" } },
            },
          ],
        },
      },
    ],
  };
}

export function receiptCard(mode: string): unknown {
  return {
    type: "AdaptiveCard",
    version: "1.5",
    body: [
      {
        type: "TextBlock",
        text: "Je vraag is weg",
        weight: "Bolder",
        size: "Medium",
        style: "heading",
        wrap: true,
      },
      { type: "TextBlock", text: `Fatima El Amrani leest je vraag (${mode}).`, wrap: true },
      {
        type: "Container",
        style: "good",
        bleed: true,
        items: [{ type: "TextBlock", text: "Verstuurd", color: "Good" }],
      },
    ],
  };
}

export function memberCard(): unknown {
  return {
    type: "AdaptiveCard",
    version: "1.5",
    body: [
      {
        type: "TextBlock",
        text: "Nieuwe vraag over geschenken",
        weight: "Bolder",
        style: "heading",
        wrap: true,
      },
      { type: "TextBlock", text: "Mag ik een fles wijn aannemen?", wrap: true },
      {
        type: "Input.Text",
        id: "answer",
        label: "Je antwoord",
        isMultiline: true,
        isRequired: true,
        errorMessage: "Schrijf eerst een antwoord.",
      },
    ],
    actions: [
      { type: "Action.Submit", title: "Antwoord", style: "positive", data: { action: "answer" } },
      {
        type: "Action.Execute",
        title: "Afwijzen",
        verb: "decline",
        style: "destructive",
        associatedInputs: "none",
      },
    ],
  };
}

export function dialogCard(): unknown {
  return {
    type: "AdaptiveCard",
    version: "1.5",
    body: [{ type: "Input.Text", id: "note", label: "Nog iets?", isMultiline: true }],
    actions: [{ type: "Action.Submit", title: "Klaar", style: "positive", data: { action: "done" } }],
  };
}
