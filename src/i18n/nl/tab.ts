import { pluralOf } from "../plural.ts";

const plural = pluralOf("nl");

/** The words of the tab in Dutch: the source that the other languages must equal. */
export const tab = {
  name: "Integriteitskompas",
  skip: "Naar de inhoud",
  loading: "We halen de tekst op.",
  slow: "Het duurt langer dan anders. We proberen het verder.",
  opensNewTab: "opent in een nieuw tabblad",
  nav: {
    label: "Onderdelen",
    home: "Start",
    note: "Visienota",
    code: "Code",
    people: "Wie is wie",
    help: "Hulp nu",
  },
  home: {
    title: "Samen integer werken",
    lead: "Doen wat juist is, ook als niemand kijkt. Twijfel je? Dan sta je er niet alleen voor: lees wat wij samen afspraken, of praat met een collega die luistert.",
    doors: "Waar wil je beginnen",
    noteText: "Waar we voor staan, in acht principes en met voorbeelden uit het werk.",
    codeTitle: "Deontologische code",
    codeText: "Wat van ieder van ons verwacht wordt.",
    peopleText: "Iemand bij wie je terechtkunt, in jouw taal en over jouw onderwerp.",
    askTitle: "Zit je ergens mee?",
    askText:
      "Typ je vraag in de chat. Je kiest zelf of je naam erbij staat, en een collega van het netwerk antwoordt binnen drie werkdagen.",
    askButton: "Stel een vraag",
    principles: "De principes van ons kompas",
    urgent: "Liever meteen iemand aan de lijn",
    allHelp: "Alle hulplijnen",
  },
  document: {
    visienota: "Visienota integer werken",
    code: "Deontologische code",
    leads: {
      visienota: "Ons ethisch kompas: geen lijst van verboden, wel houvast als je moet kiezen.",
      code: "De gedragsregels die voor ons allemaal gelden.",
    },
    contents: "Inhoud",
    reviewed: (day: string) => `Laatst nagekeken op ${day}`,
    copyLink: (title: string) => `Kopieer de link naar ‘${title}’`,
    linkCopied: "De link staat op je klembord.",
    linkShown: "Kopieer deze link:",
    onlyDutch: "Dit deel is nog niet vertaald. Je leest de Nederlandse tekst.",
    empty: "Hier komt de tekst zodra de redactie hem publiceert.",
    unknownSection: "Dit deel staat er niet meer. Misschien vind je het in de inhoud.",
    toTop: "Naar boven",
  },
  people: {
    title: "Wie kan ik aanspreken?",
    lead: "Kies wat voor iemand je zoekt, of typ een naam. Je hoeft niemand te zeggen waarom je kijkt.",
    roles: "Ik zoek",
    everyone: "Iedereen",
    everyoneText: "Alle collega’s en diensten bij wie je terechtkunt.",
    search: "Zoek op naam, dienst of onderwerp",
    clearSearch: "Wis de zoekterm",
    topic: "Onderwerp",
    anyTopic: "Alle onderwerpen",
    language: "Taal",
    anyLanguage: "Alle talen",
    choice: (name: string, count: number) => `${name} (${count})`,
    found: (count: number) =>
      plural(count, { one: `${count} contact gevonden`, other: `${count} contacten gevonden` }),
    none: "Niemand past bij al die keuzes samen.",
    noneYet: "Hier komen de contacten zodra de redactie ze publiceert.",
    clear: "Wis de keuzes",
    more: "Toon meer",
    internal: "Intern",
    external: "Extern",
    speaks: (languages: string) => `Spreekt ${languages}`,
    call: (name: string) => `Bel ${name}`,
    mail: (name: string) => `Mail ${name}`,
    chat: (name: string) => `Chat met ${name}`,
    site: (name: string) => `Site van ${name}`,
    chatShort: "Chat",
    mailShort: "Mail",
    siteShort: "Site",
    presence: {
      available: "beschikbaar",
      away: "even weg",
      busy: "bezet",
      "do-not-disturb": "niet storen",
      offline: "offline",
      unknown: "",
    },
  },
  roles: {
    netwerk: {
      name: "Netwerklid integriteit",
      text: "Een collega die vrijwillig met je meedenkt over een vraag of dilemma.",
    },
    vertrouwenspersoon: {
      name: "Vertrouwenspersoon",
      text: "Luistert in vertrouwen als iemand je pest, bedreigt of lastigvalt.",
    },
    paps: {
      name: "Preventieadviseur psychosociale aspecten",
      text: "Externe deskundige voor welzijn op het werk, voor een gesprek of een formeel verzoek.",
    },
    "intern-toezicht": {
      name: "Dienst intern toezicht en integriteit",
      text: "Geeft advies als je twijfelt en onderzoekt onregelmatigheden.",
    },
    diversiteit: {
      name: "Dienst diversiteit",
      text: "Helpt als je ongelijk behandeld wordt of dat bij een ander ziet.",
    },
    hr: { name: "HR", text: "Weet raad met statuut, nevenactiviteiten en afspraken over het werk." },
    coordinator: {
      name: "Coördinator integriteit",
      text: "Houdt het netwerk samen en zorgt dat geen vraag blijft liggen.",
    },
    leidinggevende: {
      name: "Leidinggevende",
      text: "Je eerste aanspreekpunt op het werk, tenzij die zelf betrokken is.",
    },
    extern: {
      name: "Externe instantie",
      text: "Onafhankelijk van onze organisatie, ook voor een formele melding.",
    },
  },
  languages: { nl: "Nederlands", fr: "Frans", de: "Duits", en: "Engels" },
  help: {
    title: "Hulp nu",
    lead: "Bel gerust. Je hoeft je naam niet te zeggen, en je verhaal hoeft niet af te zijn.",
    danger: "Is er gevaar? Bel 112.",
    call: (name: string, phone: string) => `Bel ${name} op ${phone}`,
    site: (name: string) => `Site van ${name}`,
    builtIn: [
      { id: "112", phone: "112", name: "Noodnummer", text: "Bij gevaar, brand of een ongeval." },
      { id: "1813", phone: "1813", name: "Zelfmoordlijn", text: "Als je aan zelfmoord denkt, dag en nacht." },
      { id: "106", phone: "106", name: "Tele-Onthaal", text: "Om je verhaal te doen, dag en nacht." },
      { id: "1712", phone: "1712", name: "1712", text: "Voor vragen over geweld en misbruik." },
    ],
  },
  faults: {
    unreachable: {
      title: "We krijgen geen verbinding met SharePoint.",
      text: "Misschien is je netwerk even weg, of ligt SharePoint stil.",
    },
    unauthorized: {
      title: "We konden je niet aanmelden.",
      text: "Sluit dit tabblad en open het opnieuw in Teams. Helpt dat niet, meld het dan aan de helpdesk.",
    },
    forbidden: {
      title: "Je hebt geen toegang tot deze pagina’s.",
      text: "De redactie of de helpdesk kan je toegang geven.",
    },
    missing: {
      title: "We vinden deze lijst niet in SharePoint.",
      text: "Ze is verplaatst of hernoemd. De redactie kan dat rechtzetten.",
    },
    throttled: {
      title: "SharePoint heeft het druk.",
      text: "Wacht een minuut en probeer het dan opnieuw.",
    },
    unreadable: {
      title: "SharePoint gaf een antwoord dat we niet begrijpen.",
      text: "Dit ligt niet aan jou. De redactie ziet wat er mis is.",
    },
    page: {
      title: "Deze pagina loopt vast.",
      text: "Er is niets verloren. Laad de pagina opnieuw.",
    },
    copy: (moment: string) => `Je ziet de versie van ${moment}.`,
    noCopy: "De hulplijnen blijven wel bereikbaar.",
    retry: "Probeer opnieuw",
    reload: "Laad opnieuw",
  },
};
