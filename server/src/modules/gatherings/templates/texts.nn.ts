import type { TemplateTexts } from "./texts.nb.js";

const nn: TemplateTexts = {
  templates: {
    lundRoald: {
      title: "Dialogkonferanse på éin dag",
      summary:
        "Eigen praksis, døme og teori, utveksling på tvers av einingar og nye planar, etter Lund og Roald.",
    },
    fireRom: {
      title: "Fire rom",
      summary: "På tvers av einingar, fagleg påfyll, arbeid i grupper og felles avslutning.",
    },
    ettermiddag: {
      title: "Ettermiddag",
      summary: "To og ein halv time saman. Førearbeid og etterarbeid gjer einingane heime.",
    },
    toDager: {
      title: "To dagar",
      summary: "God tid til eigen praksis og utveksling den første dagen, idear og planar den andre.",
    },
    fagdag: {
      title: "Fagdag",
      summary: "Eitt fagleg tema, kafédialog utan kritikk, og noko å ta med heim.",
    },
  },
  items: {
    welcome: { title: "Velkomen", instruction: "Bli med på samlinga, og finn plassen din." },
    welcomeBack: {
      title: "Velkomen tilbake",
      instruction: "Kva sit du igjen med frå i går? Del éin tanke med den som sit ved sida av deg.",
    },
    ownPractice: {
      title: "Vår eigen praksis",
      instruction:
        "Sit saman med eininga di. Kva har de prøvd sidan sist, og kva hende? Skriv eitt døme de vil vise dei andre.",
    },
    ownPracticeAtHome: {
      title: "Førearbeid heime: vår eigen praksis",
      instruction:
        "Før samlinga: snakk saman i eininga om noko de har prøvd. Skriv eitt døme, og sei kva de vil bli utfordra på.",
    },
    theory: {
      title: "Døme og teori",
      instruction: "Lytt etter noko som kastar lys over din eigen praksis.",
    },
    moreTheory: {
      title: "Fagleg påfyll",
      instruction: "Lytt etter noko som kan hjelpe dykk vidare frå det de snakka om i går.",
    },
    subject: {
      title: "Temaet for dagen",
      instruction: "Noter éin ting du kjenner deg igjen i, og éin ting du lurer på.",
    },
    reflection: {
      title: "Tid til å tenkje",
      instruction:
        "Skriv i stillheit: Kva har gjort inntrykk? Kva tyder det for deg? Ingen andre ser det før vi opnar.",
    },
    dayReflection: {
      title: "Tid til å tenkje etter dagen",
      instruction: "Skriv i stillheit: Kva ser du annleis på no enn i dag tidleg?",
    },
    break: { title: "Pause", instruction: "Strekk på beina, og hels på ein du ikkje kjenner." },
    lunch: { title: "Lunsj", instruction: "God lunsj! Sjå på klokka når vi byrjar igjen." },
    exchange: {
      title: "Utveksling på tvers",
      instruction:
        "Les døma til kvarandre, eitt om gongen. Utfordre som kritiske vener, og svar på det du blir utfordra på.",
    },
    cafe: {
      title: "Kafédialog",
      instruction:
        "Fortel om noko frå eigen praksis, og bygg vidare på det dei andre seier. Her lyttar og undrar vi oss, vi kritiserer ikkje.",
    },
    ideas: { title: "Idear", instruction: "Kva kunne vi prøve ut? Skriv éin idé på kvart kort." },
    vote: { title: "Avrøysting", instruction: "Røyst på ideane du har mest tru på." },
    takeHome: {
      title: "Ta med heim",
      instruction: "Vel saman kva eininga dykkar tek med heim og prøver ut til neste gong.",
    },
    newPlans: {
      title: "Nye planar",
      instruction:
        "Sit saman med eininga di. Kva vil de prøve, kven gjer kva, og korleis merkar de at det verkar?",
    },
    newPlansAtHome: {
      title: "Etterarbeid heime: nye planar",
      instruction:
        "Etter samlinga: bli samde i eininga om éin ting de vil prøve, kven som gjer kva, og når de snakkar saman om det.",
    },
    closing: { title: "Avslutning", instruction: "Éi setning frå kvar eining: Dette tek vi med oss." },
    firstRoom: {
      title: "Første rom: på tvers av einingar",
      instruction:
        "Del eitt døme kvar frå eigen praksis. Dei andre stiller spørsmål som hjelper, og den som eig dømet, svarar.",
    },
    secondRoom: {
      title: "Andre rom: fagleg påfyll",
      instruction: "Lytt etter noko som utfordrar det de nettopp snakka om.",
    },
    thirdRoom: {
      title: "Tredje rom: i grupper",
      instruction: "Kva kan vi gjere med det vi har høyrt? Skriv éin idé på kvart kort.",
    },
    fourthRoom: {
      title: "Fjerde rom: i plenum",
      instruction: "Gruppene løfter fram det viktigaste. Kva gjer vi vidare, kvar for oss og saman?",
    },
  },
};
export default nn;
