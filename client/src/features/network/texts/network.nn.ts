import type { Translation } from "../../../i18n/texts.js";
import type nb from "./network.nb.js";

const nn: Translation<typeof nb> = {
  title: "Nettverket",
  cancel: "Avbryt",
  add: "Legg til",
  noAnswer: "Vi nådde ikkje fram. Prøv igjen når nettet er tilbake.",
  trouble: "Noko gjekk gale hos oss. Prøv igjen om litt.",
  gone: {
    title: "Vi finn ikkje dette nettverket",
    body: "Anten er lenkja feil, eller så er du ikkje logga inn som medlem her. Den som leier nettverket, kan gi deg ei lenkje inn.",
    toDoor: "Til framsida",
  },
  gatherings: {
    now: "Går føre seg no",
    next: "Kjem",
    earlier: "Tidlegare",
    none: "Ingen samlingar enno",
    noneLead: "Lag den første, så får du eit program å byrje med.",
  },
  states: {
    DRAFT: "Under planlegging. Berre de som leier, ser ho.",
    PREPARING: "Open for forarbeid",
    LIVE: "Samlinga er i gang",
    FOLLOW_UP: "Over, men einingane kan framleis skrive det dei tek med heim",
    ARCHIVED: "Avslutta",
  },
  ways: {
    plan: "Planlegg",
    lead: "Lei samlinga",
    mine: "Min plass",
    followUp: "Ta med heim",
    revisit: "Les det som er skrive",
  },
  create: {
    open: "Ny samling",
    title: "Ny samling",
    name: "Kva skal samlinga heite?",
    nameMissing: "Gi samlinga eit namn.",
    when: "Når byrjar ho?",
    whenMissing: "Vel dag og klokkeslett.",
    place: "Kvar? (kan vente)",
    do: "Lag samlinga",
  },
  template: {
    label: "Kva program vil du byrje med?",
    home: "Heime",
    minutes: "Kor mange minutt er de saman?",
    minutesHelp:
      "Lat feltet stå tomt, så får du den vanlege lengda. Pausane og tida til refleksjon blir med uansett.",
    minutesWrong: "Skriv eit heilt tal frå {{min}} til {{max}}.",
    preview: "Slik vert programmet",
    together: "{{minutes}} minutt saman",
  },
  units: {
    title_one: "{{count}} eining",
    title_other: "{{count}} einingar",
    add: "Ny eining",
    missing: "Skriv noko her først.",
  },
  people: {
    title: "Medlemmer",
    add: "Ny medlem",
    more: "Vis fleire",
    name: "Namn",
    nameMissing: "Skriv kva medlemmen heiter.",
    role: "Rolle",
    unit: "Eining",
    noUnit: "Inga bestemt eining",
  },
  roles: { MEMBER: "Medlem", LEADER: "Leier samlingar", OWNER: "Leier nettverket" },
  link: {
    make: "Lag lenkje inn",
    makeFor: "Lag lenkje inn for {{name}}",
    title: "Lenkje inn for {{name}}",
    body: "Gi lenkja til {{name}} og ingen andre. Ho verkar éin gong, til og med {{until}}, og blir berre vist her.",
    copy: "Kopier lenkja",
  },
};
export default nn;
