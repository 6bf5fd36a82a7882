import type { Translation } from "../../../i18n/texts.js";
import type nb from "./plan.nb.js";

const nn: Translation<typeof nb> = {
  title: "Planlegg samlinga",
  places: {
    label: "Sider for den som leier",
    network: "Nettverket",
    plan: "Program",
    lead: "Lei samlinga",
  },
  programme: {
    title: "Program",
    add: "Legg til ein del",
    now: "Denne delen er i gang no.",
    home: "heime",
    until: "til {{time}}",
  },
  rules: {
    phases: {
      individual: "åleine {{minutes}} min",
      group: "gruppe {{minutes}} min",
      plenary: "plenum {{minutes}} min",
    },
    due: "frist {{day}}",
    silent: "stille skriving",
    anonymous: "anonymt",
    noCritique: "utan utfordringar",
    vote: {
      PERSON: "{{budget}} prikkar til kvar person, høgst {{most}} på éin idé",
      UNIT: "{{budget}} prikkar til kvar eining, høgst {{most}} på éin idé",
    },
  },
  minutes: {
    label: "Minutt for «{{title}}»",
    less: "Fem minutt mindre til «{{title}}»",
    more: "Fem minutt meir til «{{title}}»",
  },
  reflection: {
    missing: "Ingen del er sett av til å tenkje. Ti minutt er nok, og då er det meir som vert med vidare.",
    add: "Legg inn ti minutt",
    itemTitle: "Tid til å tenkje",
    instruction:
      "Skriv i stillheit: Kva har gjort inntrykk? Kva tyder det for deg? Ingen andre ser det før vi opnar.",
  },
  fit: {
    title: "Tida de har",
    now: "Programmet tek {{minutes}} minutt saman: {{from}}–{{to}}.",
    all: "Minutt saman",
    rest: "Minutt til det som står att",
    help: "Kvar del held på sin del av tida. Pausar er framleis pausar, og det vert framleis tid til å tenkje.",
    wrong: "Skriv eit heilt tal frå {{min}} til {{max}}.",
    do: "Tilpass programmet",
  },
  about: {
    title: "Om samlinga",
    name: "Namn",
    nameMissing: "Gje samlinga eit namn.",
    when: "Byrjar",
    place: "Stad",
    save: "Lagre",
  },
};
export default nn;
