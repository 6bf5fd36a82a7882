const nb = {
  undo: {
    label: "Angre",
    button: "Angre",
    close: "Lukk",
    said: "{{words}} Du kan angre nederst på siden.",
    done: "Angret.",
    failed: "Det gikk ikke å angre. Prøv én gang til.",
    hidden: "Kortet er skjult.",
    merged_one: "{{count}} idé er slått sammen med en annen.",
    merged_other: "{{count}} ideer er slått sammen med en annen.",
    withdrawn: "Kortet er trukket tilbake.",
  },
  pause: {
    stop: "Stans oppdateringer",
    goOn: "Fortsett oppdateringer",
    stands: "Oppdateringene står stille. Ingenting går tapt.",
    goesOn: "Oppdateringene kommer igjen.",
  },
  keys: {
    open: "Hurtigtaster (?)",
    title: "Hurtigtaster",
    body: "Tastene virker når du ikke skriver i et felt.",
    on: "Bruk hurtigtaster i denne nettleseren",
    does: {
      n: "Skriv noe nytt på tavla",
      j: "Neste kort",
      k: "Forrige kort",
      r: "Svar eller utfordre kortet du står på",
      v: "Vis nye kort",
      u: "Angre det siste",
      g: "Til samlingen min",
      sheet: "Vis denne oversikten",
    },
  },
  begun: { words: "Påbegynt:", goOn: "Skriv videre", drop: "Kast" },
  unkept: "Denne nettleseren kan ikke ta vare på det du skriver. La siden stå åpen til alt er sendt.",
  left: {
    nobody_one:
      "{{count}} kort er ikke sendt ennå. Det ligger trygt i denne nettleseren. Kom inn igjen, så kan du sende det.",
    nobody_other:
      "{{count}} kort er ikke sendt ennå. De ligger trygt i denne nettleseren. Kom inn igjen, så kan du sende dem.",
    whose_one: "{{count}} kort fra sist ligger usendt i denne nettleseren. Er det ditt?",
    whose_other: "{{count}} kort fra sist ligger usendt i denne nettleseren. Er de dine?",
    mine_one: "Ja, send det",
    mine_other: "Ja, send dem",
    notMine: "Nei",
  },
  paste: {
    found_one: "Du limte inn {{count}} punkt.",
    found_other: "Du limte inn {{count}} punkter. Skal de bli ett kort, eller ett kort hver?",
    one: "Ett kort",
    many_one: "{{count}} kort",
    many_other: "{{count}} kort",
  },
};
export default nb;
