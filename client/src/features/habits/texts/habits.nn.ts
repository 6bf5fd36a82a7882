import type { Translation } from "../../../i18n/texts.js";
import type nb from "./habits.nb.js";

const nn: Translation<typeof nb> = {
  undo: {
    label: "Angre",
    button: "Angre",
    close: "Lukk",
    said: "{{words}} Du kan angre nedst på sida.",
    done: "Angra.",
    failed: "Det gjekk ikkje å angre. Prøv éin gong til.",
    hidden: "Kortet er gøymt.",
    merged_one: "{{count}} idé er slått saman med ein annan.",
    merged_other: "{{count}} idear er slåtte saman med ein annan.",
    seated: "{{name}} sit no i {{group}}.",
    moved_one: "{{count}} person er flytta.",
    moved_other: "{{count}} personar er flytta.",
    withdrawn: "Kortet er trekt tilbake.",
  },
  pause: {
    stop: "Stans oppdateringar",
    goOn: "Hald fram med oppdateringar",
    stands: "Oppdateringane står stille. Ingenting går tapt.",
    goesOn: "Oppdateringane kjem igjen.",
  },
  help: {
    title: "Hjelp",
    ask: "Står du fast? Spør gruppa di eller den som leier. Du kan også rekkje opp handa på «Samlinga mi», så kjem det nokon til deg.",
    leading: "Leier du samlinga, kan du spørje den som leier nettverket.",
    how: "Slik verkar skjermen",
    follows: "Sida følgjer med når samlinga går vidare. Du treng ikkje laste ho på nytt.",
    kept: "Det du skriv, blir teke vare på i nettlesaren til det er sendt, også utan nett.",
    back: "Korta dine kan du endre eller trekkje tilbake under «Meir» på kortet.",
  },
  keys: {
    title: "Snøggtastar",
    body: "Tastane verkar når du ikkje skriv i eit felt.",
    on: "Bruk snøggtastar i denne nettlesaren",
    does: {
      n: "Skriv noko nytt på tavla",
      j: "Neste kort",
      k: "Førre kort",
      r: "Svar eller utfordre kortet du står på",
      v: "Vis nye kort",
      u: "Angre det siste",
      g: "Til samlinga mi",
      sheet: "Vis denne hjelpa",
    },
  },
  begun: { words: "Påbyrja:", goOn: "Skriv vidare", drop: "Kast" },
  unkept: "Denne nettlesaren kan ikkje ta vare på det du skriv. La sida stå open til alt er sendt.",
  notSent: {
    words_one: "{{count}} kort vart ikkje sendt. Teksten er teken vare på.",
    words_other: "{{count}} kort vart ikkje sende. Tekstane er tekne vare på.",
    see: "Sjå kva som hende",
  },
  uncounted: {
    words: "Den siste endringa i ei avrøysting tel ikkje.",
    see: "Sjå kva som tel",
    understood: "Greitt",
  },
  left: {
    nobody_one:
      "{{count}} kort er ikkje sendt enno. Det ligg trygt i denne nettlesaren. Kom inn igjen, så kan du sende det.",
    nobody_other:
      "{{count}} kort er ikkje sende enno. Dei ligg trygt i denne nettlesaren. Kom inn igjen, så kan du sende dei.",
    whose_one: "{{count}} kort frå sist ligg usendt i denne nettlesaren. Er det ditt?",
    whose_other: "{{count}} kort frå sist ligg usende i denne nettlesaren. Er dei dine?",
    mine_one: "Ja, send det",
    mine_other: "Ja, send dei",
    notMine: "Nei",
  },
  paste: {
    found_one: "Du limte inn {{count}} punkt.",
    found_other: "Du limte inn {{count}} punkt. Skal dei bli eitt kort, eller eitt kort kvar?",
    one: "Eitt kort",
    many_one: "{{count}} kort",
    many_other: "{{count}} kort",
  },
};
export default nn;
