import type { Translation } from "../../../i18n/texts.js";
import type nb from "./running.nb.js";

const en: Translation<typeof nb> = {
  sign: {
    label: "Let us know",
    ready: "I am ready",
    weAreReady: "We are ready",
    hand: "Raise your hand",
    handDown: "Take your hand down",
    handTold: "The leader can see that you would like a visit.",
    count: "{{ready}} of {{people}} are ready",
    inGroup: "{{ready}} of {{people}} in the group are ready, {{allReady}} of {{all}} in all",
    inUnit: "{{ready}} of {{people}} in the unit are ready, {{allReady}} of {{all}} in all",
  },
  turn: {
    label: "The round in your group",
    yours: "It is your turn",
    of: "{{name}} is speaking",
    after: "Then {{name}}",
    afterYou: "Then it is you",
    pass: "Pass it on",
  },
  move: {
    now: "Now: {{title}}",
    called: "Everybody is gathering at one board",
    calm: "Finish what you are writing first, if you like.",
    come: "Come along",
    gathered: "Everybody is gathered here.",
    back: "Back to my group",
  },
  told: {
    part: "New part: {{title}}",
    seat: "You now sit in {{group}}",
    OPEN: "The vote “{{title}}” is open.",
    CLOSED: "The vote “{{title}}” is closed.",
    REVEALED: "The result of “{{title}}” is shown.",
  },
  visit: {
    label: "Visiting",
    alone: "You are visiting. Nobody else has been moved.",
    allHere: "You have brought everybody here.",
    back: "To the console",
    bring: "Bring everybody here",
    letGo: "Let everybody go on",
  },
};
export default en;
