import type { Translation } from "../../../i18n/texts.js";
import type nb from "./preflight.nb.js";

const nn: Translation<typeof nb> = {
  title: "Sjekk nettet i salen",
  back: "Til konsollen",
  body: "Stå der deltakarane skal sitje, med det nettet dei skal bruke. Prøva tek eit minutt.",
  start: "Start prøva",
  again: "Prøv igjen",
  running_one: "{{count}} sekund igjen",
  running_other: "{{count}} sekund igjen",
  done: "Prøva er ferdig.",
  waiting: "Prøver …",
  tried: "Dette prøver vi",
  found: "Slik er det her",
  answers: {
    title: "Når vi fram?",
    about: "Vi spør kvart femte sekund, og ser kor lenge svaret er på veg.",
    good: "Ja. Svara kjem raskt.",
    poor: "Ja, men svara er trege eller blir borte innimellom. Det går, for alt som blir skrive, ventar på nett. Prøv nærmare ein ruter, eller be om at fleire telefonar bruker mobilnettet.",
    bad: "Nei. Nettet slepp oss ikkje gjennom. Logg inn på gjestenettet, eller bruk mobilnett, og prøv igjen.",
  },
  socket: {
    title: "Held sambandet?",
    about: "Vi held ei linje open i eit minutt, slik skjermane gjer heile dagen.",
    good: "Ja, heile tida.",
    poor: "Det braut og kom tilbake. Skjermane hentar det dei gjekk glipp av, men be dei som har nettet, om å la opne samband stå.",
    bad: "Nei. Nettet stoppar sambandet som gjer at ting kjem av seg sjølv. Be dei som har nettet, om å sleppe gjennom WebSocket, eller bruk mobilnett.",
  },
  clock: {
    title: "Går klokka rett?",
    about: "Nedteljinga skal vere den same på alle skjermar.",
    good: "Ja.",
    poor: "Klokka på denne maskina går feil. Nedteljinga følgjer klokka vår, så ho er rett likevel, men slå på automatisk tid.",
    bad: "Vi fekk ikkje vite det.",
  },
};
export default nn;
