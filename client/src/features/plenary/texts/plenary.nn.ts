import type { Translation } from "../../../i18n/texts.js";
import type nb from "./plenary.nb.js";

const nn: Translation<typeof nb> = {
  title: "{{gathering}} – lerretet",
  offline: "Utan nett",
  closed: "Logg inn som leiar på denne maskina, så kjem biletet.",
  page: "{{page}} av {{pages}}",
  minutes: "{{count}} min",
  welcome: {
    scan: "Skann koden, eller gå til",
    code: "og skriv",
    here_one: "{{count}} er her",
    here_other: "{{count}} er her",
  },
  instruction: { silent: "i stille" },
  tiles: { none: "Gruppene kjem snart." },
  spotlight: { gone: "Dette kortet blir ikkje vist lenger." },
  ideas: {
    title: "Ideane våre",
    count_one: "{{count}} idé",
    count_other: "{{count}} idear",
  },
  takeaways: {
    title: "Dette tek vi med heim",
    count_one: "{{count}} av {{units}} einingar har valt",
    count_other: "{{count}} av {{units}} einingar har valt",
  },
  vote: {
    soon: "Snart røystar vi",
    of: "av {{voters}} har røysta",
    how_one: "Røyst på telefonen. Du har {{count}} prikk.",
    how_other: "Røyst på telefonen. Du har {{count}} prikkar, høgst {{max}} på éin idé.",
    closed: "Avrøystinga er lukka.",
  },
  reveal: {
    voted: "{{voted}} av {{voters}} røysta",
    tied: "delt",
    dots_one: "{{count}} prikk",
    dots_other: "{{count}} prikkar",
    more_one: "og éin idé til fekk prikkar",
    more_other: "og {{count}} idear til fekk prikkar",
  },
  closing: {
    thanks: "Takk for i dag!",
    who: "{{people}} frå {{units}} har delt, spurt og svart.",
    people_one: "{{count}} person",
    people_other: "{{count}} personar",
    units_one: "{{count}} eining",
    units_other: "{{count}} einingar",
    again: "Alt som vart skrive, kan du lese igjen på telefonen.",
  },
};
export default nn;
