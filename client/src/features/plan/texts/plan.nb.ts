const nb = {
  title: "Planlegg samlingen",
  places: {
    label: "Sider for den som leder",
    network: "Nettverket",
    plan: "Program",
    lead: "Led samlingen",
  },
  programme: {
    title: "Program",
    add: "Legg til en del",
    now: "Denne delen er i gang nå.",
    home: "hjemme",
    until: "til {{time}}",
  },
  rules: {
    phases: {
      individual: "alene {{minutes}} min",
      group: "gruppe {{minutes}} min",
      plenary: "plenum {{minutes}} min",
    },
    due: "frist {{day}}",
    silent: "stille skriving",
    anonymous: "anonymt",
    noCritique: "uten utfordringer",
    vote: {
      PERSON: "{{budget}} prikker til hver person, høyst {{most}} på én idé",
      UNIT: "{{budget}} prikker til hver enhet, høyst {{most}} på én idé",
    },
  },
  minutes: {
    label: "Minutter for «{{title}}»",
    less: "Fem minutter mindre til «{{title}}»",
    more: "Fem minutter mer til «{{title}}»",
  },
  reflection: {
    missing: "Ingen del er satt av til å tenke. Ti minutter er nok, og da er det mer som blir med videre.",
    add: "Legg inn ti minutter",
    itemTitle: "Tid til å tenke",
    instruction:
      "Skriv i stillhet: Hva har gjort inntrykk? Hva betyr det for deg? Ingen andre ser det før vi åpner.",
  },
  fit: {
    title: "Tida dere har",
    now: "Programmet tar {{minutes}} minutter sammen: {{from}}–{{to}}.",
    all: "Minutter sammen",
    rest: "Minutter til det som gjenstår",
    help: "Hver del beholder sin andel. Pauser forblir pauser, og det blir fortsatt tid til å tenke.",
    wrong: "Skriv et helt tall fra {{min}} til {{max}}.",
    do: "Tilpass programmet",
  },
  about: {
    title: "Om samlingen",
    name: "Navn",
    nameMissing: "Gi samlingen et navn.",
    when: "Begynner",
    place: "Sted",
    save: "Lagre",
  },
};
export default nb;
