/** The words of the templates. Each item has a title and an instruction. */
const nb = {
  templates: {
    lundRoald: {
      title: "Dialogkonferanse på én dag",
      summary:
        "Egen praksis, eksempler og teori, utveksling på tvers av enheter og nye planer, etter Lund og Roald.",
    },
    fireRom: {
      title: "Fire rom",
      summary: "På tvers av enheter, faglig påfyll, arbeid i grupper og felles avslutning.",
    },
    ettermiddag: {
      title: "Ettermiddag",
      summary: "To og en halv time sammen. Forarbeid og etterarbeid gjør enhetene hjemme.",
    },
    toDager: {
      title: "To dager",
      summary: "God tid til egen praksis og utveksling den første dagen, ideer og planer den andre.",
    },
    fagdag: {
      title: "Fagdag",
      summary: "Ett faglig tema, kafédialog uten kritikk, og noe å ta med hjem.",
    },
  },
  items: {
    welcome: { title: "Velkommen", instruction: "Bli med på samlingen, og finn plassen din." },
    welcomeBack: {
      title: "Velkommen tilbake",
      instruction: "Hva sitter du igjen med fra i går? Del én tanke med den som sitter ved siden av deg.",
    },
    ownPractice: {
      title: "Vår egen praksis",
      instruction:
        "Sitt sammen med enheten din. Hva har dere prøvd siden sist, og hva skjedde? Skriv ett eksempel dere vil vise de andre.",
    },
    ownPracticeAtHome: {
      title: "Forarbeid hjemme: vår egen praksis",
      instruction:
        "Før samlingen: snakk sammen i enheten om noe dere har prøvd. Skriv ett eksempel, og si hva dere vil bli utfordret på.",
    },
    theory: {
      title: "Eksempler og teori",
      instruction: "Lytt etter noe som kaster lys over din egen praksis.",
    },
    moreTheory: {
      title: "Faglig påfyll",
      instruction: "Lytt etter noe som kan hjelpe dere videre fra det dere snakket om i går.",
    },
    subject: {
      title: "Dagens tema",
      instruction: "Noter én ting du kjenner deg igjen i, og én ting du lurer på.",
    },
    reflection: {
      title: "Tid til å tenke",
      instruction:
        "Skriv i stillhet: Hva har gjort inntrykk? Hva betyr det for deg? Ingen andre ser det før vi åpner.",
    },
    dayReflection: {
      title: "Tid til å tenke etter dagen",
      instruction: "Skriv i stillhet: Hva ser du annerledes på nå enn i morges?",
    },
    break: { title: "Pause", instruction: "Strekk på beina, og hils på en du ikke kjenner." },
    lunch: { title: "Lunsj", instruction: "Vel bekomme! Se på klokka når vi begynner igjen." },
    exchange: {
      title: "Utveksling på tvers",
      instruction:
        "Les hverandres eksempler, ett om gangen. Utfordre som kritiske venner, og svar på det du blir utfordret på.",
    },
    cafe: {
      title: "Kafédialog",
      instruction:
        "Fortell om noe fra egen praksis, og bygg videre på det de andre sier. Her lytter og undrer vi oss, vi kritiserer ikke.",
    },
    ideas: { title: "Ideer", instruction: "Hva kunne vi prøve ut? Skriv én idé på hvert kort." },
    vote: { title: "Avstemning", instruction: "Stem på ideene du har mest tro på." },
    takeHome: {
      title: "Ta med hjem",
      instruction: "Velg sammen hva enheten deres tar med hjem og prøver ut til neste gang.",
    },
    newPlans: {
      title: "Nye planer",
      instruction:
        "Sitt sammen med enheten din. Hva vil dere prøve, hvem gjør hva, og hvordan merker dere at det virker?",
    },
    newPlansAtHome: {
      title: "Etterarbeid hjemme: nye planer",
      instruction:
        "Etter samlingen: bli enige i enheten om én ting dere vil prøve, hvem som gjør hva, og når dere snakker sammen om det.",
    },
    closing: { title: "Avslutning", instruction: "Én setning fra hver enhet: Dette tar vi med oss." },
    firstRoom: {
      title: "Første rom: på tvers av enheter",
      instruction:
        "Del ett eksempel hver fra egen praksis. De andre stiller spørsmål som hjelper, og den som eier eksempelet, svarer.",
    },
    secondRoom: {
      title: "Andre rom: faglig påfyll",
      instruction: "Lytt etter noe som utfordrer det dere nettopp snakket om.",
    },
    thirdRoom: {
      title: "Tredje rom: i grupper",
      instruction: "Hva kan vi gjøre med det vi har hørt? Skriv én idé på hvert kort.",
    },
    fourthRoom: {
      title: "Fjerde rom: i plenum",
      instruction: "Gruppene løfter fram det viktigste. Hva gjør vi videre, hver for oss og sammen?",
    },
  },
};

/** Which item of the templates is spoken of. */
export type TextKey = keyof (typeof nb)["items"];
export type TemplateTexts = typeof nb;
export default nb;
