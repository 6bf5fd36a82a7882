import type { Translation } from "../../../i18n/texts.js";
import type nb from "./network.nb.js";

const en: Translation<typeof nb> = {
  title: "The network",
  cancel: "Cancel",
  add: "Add",
  noAnswer: "We did not get through. Try again when the net is back.",
  trouble: "Something went wrong on our side. Try again in a little while.",
  gone: {
    title: "We cannot find this network",
    body: "Either the link is wrong, or you are not signed in as a member here. Whoever leads the network can give you a link in.",
    toDoor: "To the front page",
  },
  gatherings: {
    now: "On now",
    next: "To come",
    earlier: "Earlier",
    none: "No gatherings yet",
    noneLead: "Make the first one, and you get a programme to begin from.",
  },
  states: {
    DRAFT: "Being planned. Only those who lead see it.",
    PREPARING: "Open for work beforehand",
    LIVE: "The gathering is on",
    FOLLOW_UP: "Over, but the units can still write what they take home",
    ARCHIVED: "Closed",
  },
  ways: {
    lead: "Lead the gathering",
    mine: "My place",
    followUp: "Take home",
    revisit: "Read what was written",
  },
  create: {
    open: "New gathering",
    title: "New gathering",
    name: "What is the gathering called?",
    nameMissing: "Give the gathering a name.",
    when: "When does it begin?",
    whenMissing: "Choose a day and a time.",
    place: "Where? (can wait)",
    do: "Make the gathering",
  },
  units: {
    title_one: "{{count}} unit",
    title_other: "{{count}} units",
    add: "New unit",
    missing: "Write something here first.",
  },
  people: {
    title: "Members",
    add: "New member",
    more: "Show more",
    name: "Name",
    nameMissing: "Write what the member is called.",
    role: "Role",
    unit: "Unit",
    noUnit: "No particular unit",
  },
  roles: { MEMBER: "Member", LEADER: "Leads gatherings", OWNER: "Leads the network" },
  link: {
    make: "Make a link in",
    makeFor: "Make a link in for {{name}}",
    title: "A link in for {{name}}",
    body: "Give the link to {{name}} and nobody else. It works once, until {{until}}, and is shown only here.",
    copy: "Copy the link",
  },
};
export default en;
