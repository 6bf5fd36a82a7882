const nb = {
  title: "{{gathering}} – lerretet",
  offline: "Uten nett",
  closed: "Logg inn som leder på denne maskinen, så kommer bildet.",
  page: "{{page}} av {{pages}}",
  minutes: "{{count}} min",
  welcome: {
    scan: "Skann koden, eller gå til",
    code: "og skriv",
    here_one: "{{count}} er her",
    here_other: "{{count}} er her",
  },
  instruction: { silent: "i stillhet" },
  tiles: { none: "Gruppene kommer snart." },
  spotlight: { gone: "Dette kortet vises ikke lenger." },
  ideas: {
    title: "Ideene våre",
    count_one: "{{count}} idé",
    count_other: "{{count}} ideer",
  },
  takeaways: {
    title: "Dette tar vi med hjem",
    count_one: "{{count}} av {{units}} enheter har valgt",
    count_other: "{{count}} av {{units}} enheter har valgt",
  },
  vote: {
    soon: "Snart stemmer vi",
    of: "av {{voters}} har stemt",
    how_one: "Stem på telefonen. Du har {{count}} prikk.",
    how_other: "Stem på telefonen. Du har {{count}} prikker, høyst {{max}} på én idé.",
    closed: "Avstemningen er lukket.",
  },
  reveal: {
    voted: "{{voted}} av {{voters}} stemte",
    tied: "delt",
    dots_one: "{{count}} prikk",
    dots_other: "{{count}} prikker",
    more_one: "og én idé til fikk prikker",
    more_other: "og {{count}} ideer til fikk prikker",
  },
  closing: {
    thanks: "Takk for i dag!",
    who_one: "{{count}} person fra {{units}} enheter har delt, spurt og svart.",
    who_other: "{{count}} personer fra {{units}} enheter har delt, spurt og svart.",
    again: "Alt som ble skrevet, kan du lese igjen på telefonen.",
  },
};
export default nb;
