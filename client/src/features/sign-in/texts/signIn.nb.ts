const nb = {
  title: "Logg inn",
  lead: "Trykk på knappen, så er du inne. Lenken virker én gang.",
  enter: "Logg inn",
  entering: "Logger inn …",
  failed: "Vi nådde ikke fram. Lenken er ikke brukt opp. Prøv igjen.",
  toDoor: "Til forsiden",
};
export default nb;
