import type { Translation } from "../../../i18n/texts.js";
import type nb from "./plan.nb.js";

const en: Translation<typeof nb> = {
  title: "Plan the gathering",
  places: {
    label: "Pages for the one who leads",
    network: "The network",
    plan: "Programme",
    lead: "Lead the gathering",
  },
  programme: {
    title: "Programme",
    add: "Add a part",
    now: "This part is on now.",
    home: "at home",
    until: "to {{time}}",
  },
  rules: {
    phases: {
      individual: "alone {{minutes}} min",
      group: "group {{minutes}} min",
      plenary: "together {{minutes}} min",
    },
    due: "by {{day}}",
    silent: "silent writing",
    anonymous: "anonymous",
    noCritique: "without challenges",
    vote: {
      PERSON: "{{budget}} dots for each person, at most {{most}} on one idea",
      UNIT: "{{budget}} dots for each unit, at most {{most}} on one idea",
    },
  },
  minutes: {
    label: "Minutes for “{{title}}”",
    less: "Five minutes less for “{{title}}”",
    more: "Five minutes more for “{{title}}”",
  },
  reflection: {
    missing: "No part is set aside for thinking. Ten minutes are enough, and then more will last.",
    add: "Put in ten minutes",
    itemTitle: "Time to think",
    instruction:
      "Write in silence: What has made an impression? What does it mean to you? Nobody else sees it before we open.",
  },
  fit: {
    title: "The time you have",
    now: "The programme takes {{minutes}} minutes together: {{from}}–{{to}}.",
    all: "Minutes together",
    rest: "Minutes for what is left",
    help: "Each part keeps its share. Breaks stay breaks, and there is still time to think.",
    wrong: "Write a whole number from {{min}} to {{max}}.",
    do: "Fit the programme",
  },
  about: {
    title: "About the gathering",
    name: "Name",
    nameMissing: "Give the gathering a name.",
    when: "Begins",
    place: "Place",
    save: "Save",
  },
};
export default en;
