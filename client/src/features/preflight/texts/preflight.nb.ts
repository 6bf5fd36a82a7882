const nb = {
  title: "Sjekk nettet i salen",
  back: "Til konsollen",
  body: "Stå der deltakerne skal sitte, med det nettet de skal bruke. Prøven tar et minutt.",
  start: "Start prøven",
  again: "Prøv igjen",
  running_one: "{{count}} sekund igjen",
  running_other: "{{count}} sekunder igjen",
  done: "Prøven er ferdig.",
  waiting: "Prøver …",
  answers: {
    title: "Når vi fram?",
    good: "Ja. Svarene kommer raskt.",
    poor: "Ja, men svarene er trege eller blir borte innimellom. Det går, for alt som skrives, venter på nett. Prøv nærmere en ruter, eller be om at flere telefoner bruker mobilnettet.",
    bad: "Nei. Nettet slipper oss ikke gjennom. Logg inn på gjestenettet, eller bruk mobilnett, og prøv igjen.",
  },
  socket: {
    title: "Holder forbindelsen?",
    good: "Ja, hele tida.",
    poor: "Den brøt og kom tilbake. Skjermene henter det de gikk glipp av, men be dem som har nettet, om å la åpne forbindelser stå.",
    bad: "Nei. Nettet stopper forbindelsen som gjør at ting kommer av seg selv. Be dem som har nettet, om å slippe gjennom WebSocket, eller bruk mobilnett.",
  },
  clock: {
    title: "Går klokka riktig?",
    good: "Ja.",
    poor: "Klokka på denne maskinen går feil. Nedtellingen følger klokka vår, så den er riktig likevel, men slå på automatisk tid.",
    bad: "Vi fikk ikke vite det.",
  },
};
export default nb;
