const nb = {
  sign: {
    label: "Si fra",
    ready: "Jeg er klar",
    weAreReady: "Vi er klare",
    hand: "Rekk opp hånda",
    handDown: "Ta ned hånda",
    handTold: "Den som leder, ser at dere vil ha besøk.",
    count: "{{ready}} av {{people}} er klare",
    inGroup: "{{ready}} av {{people}} i gruppa er klare, i alt {{allReady}} av {{all}}",
    inUnit: "{{ready}} av {{people}} i enheten er klare, i alt {{allReady}} av {{all}}",
  },
  turn: {
    label: "Runden i gruppa",
    yours: "Det er din tur",
    of: "{{name}} har ordet",
    after: "Så {{name}}",
    afterYou: "Så er det deg",
    pass: "Gi ordet videre",
  },
  move: {
    now: "Nå: {{title}}",
    called: "Alle samles på én tavle",
    calm: "Skriv ferdig først, om du vil.",
    come: "Bli med",
    gathered: "Nå er alle samlet her.",
    back: "Tilbake til gruppa mi",
  },
  visit: {
    label: "På besøk",
    alone: "Du er på besøk. Ingen andre er flyttet.",
    allHere: "Du har hentet alle hit.",
    back: "Til konsollen",
    bring: "Hent alle hit",
    letGo: "La alle gå videre",
  },
};
export default nb;
