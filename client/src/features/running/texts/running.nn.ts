import type { Translation } from "../../../i18n/texts.js";
import type nb from "./running.nb.js";

const nn: Translation<typeof nb> = {
  sign: {
    label: "Sei frå",
    ready: "Eg er klar",
    weAreReady: "Vi er klare",
    hand: "Rekk opp handa",
    handDown: "Ta ned handa",
    handTold: "Den som leier, ser at de vil ha besøk.",
    count: "{{ready}} av {{people}} er klare",
    inGroup: "{{ready}} av {{people}} i gruppa er klare, i alt {{allReady}} av {{all}}",
    inUnit: "{{ready}} av {{people}} i eininga er klare, i alt {{allReady}} av {{all}}",
  },
  turn: {
    label: "Runden i gruppa",
    yours: "Det er din tur",
    of: "{{name}} har ordet",
    after: "Så {{name}}",
    afterYou: "Så er det deg",
    pass: "Gi ordet vidare",
  },
  move: {
    now: "No: {{title}}",
    called: "Alle samlar seg på éi tavle",
    calm: "Skriv ferdig først, om du vil.",
    come: "Bli med",
    gathered: "No er alle samla her.",
    back: "Tilbake til gruppa mi",
  },
  told: {
    part: "Ny del: {{title}}",
    seat: "Du sit no i {{group}}",
    OPEN: "Avrøystinga «{{title}}» er opna.",
    CLOSED: "Avrøystinga «{{title}}» er lukka.",
    REVEALED: "Resultatet av «{{title}}» er vist.",
  },
  visit: {
    label: "På besøk",
    alone: "Du er på besøk. Ingen andre er flytta.",
    allHere: "Du har henta alle hit.",
    back: "Til konsollen",
    bring: "Hent alle hit",
    letGo: "La alle gå vidare",
  },
};
export default nn;
