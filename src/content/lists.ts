/**
 * The SharePoint lists and the internal names of their columns. Lists of words
 * (languages, roles, topics) are text separated by commas or new lines; a
 * column per language carries the suffix Fr, De or En, and none for Dutch.
 */
export const lists = {
  topics: {
    name: "Onderwerpen",
    columns: [
      "OnderwerpId", "Title", "TitelFr", "TitelDe", "TitelEn",
      "Trefwoorden", "TrefwoordenFr", "TrefwoordenDe", "TrefwoordenEn",
      "Voorbeelden", "VoorbeeldenFr", "VoorbeeldenDe", "VoorbeeldenEn",
      "Route", "Volgorde",
    ],
  },
  actors: {
    name: "Netwerk",
    columns: [
      "Title", "Soort", "Rol", "Entiteit", "Locatie", "Extern", "Talen", "Onderwerpen",
      "Telefoon", "Email", "Website", "Account", "EntraObjectId",
      "Toelichting", "ToelichtingFr", "ToelichtingDe", "ToelichtingEn",
      "ActiefVan", "ActiefTot", "Volgorde",
    ],
  },
  sections: {
    name: "Secties",
    columns: [
      "Document", "Sleutel", "Onder", "Volgorde", "Title", "TitelFr", "TitelDe", "TitelEn",
      "Tekst", "TekstFr", "TekstDe", "TekstEn", "Principe", "LaatstNagekeken",
    ],
  },
  helpLines: {
    name: "Hulplijnen",
    columns: [
      "Title", "TitelFr", "TitelDe", "TitelEn", "Telefoon", "Website",
      "Toelichting", "ToelichtingFr", "ToelichtingDe", "ToelichtingEn", "Volgorde",
    ],
  },
} as const;
