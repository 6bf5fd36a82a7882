import type { Translation } from "../../../i18n/texts.js";
import type nb from "./join.nb.js";

const en: Translation<typeof nb> = {
  title: "Join",
  name: "What is your name?",
  nameHelp: "A first name will do. The others see your name and your unit.",
  unit: "Where do you come from?",
  search: "Search for your unit",
  noUnits: "No unit is called anything like “{{words}}”.",
  newUnit: "My unit is not here",
  pickUnit: "Choose from the list after all",
  unitName: "Name of the unit",
  municipality: "Municipality",
  unitKind: "Kind of unit",
  kinds: {
    SCHOOL: "School",
    KINDERGARTEN: "Kindergarten",
    AFTER_SCHOOL: "After-school care",
    MUNICIPAL_SERVICE: "Municipal service",
    SCHOOL_OWNER: "School owner",
    UNIVERSITY: "University or college",
    OTHER: "Something else",
  },
  together: "Several of us share this screen",
  people: "How many are you?",
  alone: "I am alone here",
  enter: "Come in",
  entering: "Letting you in …",
  chooseUnit: "Choose where you come from.",
  failed: "We did not get through. What you wrote is still here. Try again.",
  another: "Try another code",
  states: {
    DRAFT: "The gathering has not been opened yet. Try again when the leader says so.",
    ARCHIVED: "The gathering is over. Those who were there can read it here when signed in.",
  },
};
export default en;
