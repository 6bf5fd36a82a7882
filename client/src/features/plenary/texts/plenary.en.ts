import type { Translation } from "../../../i18n/texts.js";
import type nb from "./plenary.nb.js";

const en: Translation<typeof nb> = {
  title: "{{gathering}} – the screen",
  offline: "No net",
  closed: "Sign in as a leader on this machine, and the picture comes.",
  page: "{{page}} of {{pages}}",
  minutes: "{{count}} min",
  welcome: {
    scan: "Scan the code, or go to",
    code: "and type",
    here_one: "{{count}} is here",
    here_other: "{{count}} are here",
  },
  instruction: { silent: "in silence" },
  tiles: { none: "The groups are coming soon." },
  spotlight: { gone: "This card is no longer shown." },
  ideas: {
    title: "Our ideas",
    count_one: "{{count}} idea",
    count_other: "{{count}} ideas",
  },
  takeaways: {
    title: "What we take home",
    count_one: "{{count}} of {{units}} units have chosen",
    count_other: "{{count}} of {{units}} units have chosen",
  },
  vote: {
    soon: "We vote soon",
    of: "of {{voters}} have voted",
    how_one: "Vote on your phone. You have {{count}} dot.",
    how_other: "Vote on your phone. You have {{count}} dots, at most {{max}} on one idea.",
    closed: "The vote is closed.",
  },
  reveal: {
    voted: "{{voted}} of {{voters}} voted",
    tied: "shared",
    dots_one: "{{count}} dot",
    dots_other: "{{count}} dots",
    more_one: "and one more idea got dots",
    more_other: "and {{count}} more ideas got dots",
  },
  closing: {
    thanks: "Thank you for today!",
    who: "{{people}} from {{units}} took part: sharing, asking and answering.",
    people_one: "{{count}} person",
    people_other: "{{count}} people",
    units_one: "{{count}} unit",
    units_other: "{{count}} units",
    again: "Everything that was written can be read again on your phone.",
  },
};
export default en;
