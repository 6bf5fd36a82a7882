import type { Translation } from "../texts.js";
import type nb from "./refusals.nb.js";

const en: Translation<typeof nb> = {
  CodeUnknown: "We know no gathering with that code. Have another look: it has six characters.",
  GatheringNotOpen: "The gathering is not open for this now.",
  LinkExpired: "The link has been used, or is too old. Ask for a new one.",
  BoardFrozen: "The board is frozen just now. Your text is kept here.",
  KindNotInvited: "This kind of card does not belong in this part. Your text is kept here.",
  CritiqueOff: "In this part we listen and wonder; nobody is challenged. Your text is kept here.",
  NotSeated: "Your seat is in another group. You can read this board, but not write on it.",
  Outdated: "Something has changed since you saw it. Have another look and try again.",
  StageRefused: "The gathering cannot go straight there from where it is.",
  RoundClosed: "The vote is closed.",
  VotesSpent_one: "You have used your dot. Take it back to move it.",
  VotesSpent_other: "You have used all {{count}} dots. Take one back to move it.",
  TooManyOnOne_one: "One idea can have at most {{count}} of your dots.",
  TooManyOnOne_other: "One idea can have at most {{count}} of your dots.",
  input: {
    EMPTY: "Write something here first.",
    TOO_LONG: "That is a little long. There is room for {{limit}} characters.",
    TOO_MANY: "That is too many. The limit is {{limit}}.",
    OUT_OF_RANGE: "The number is too large or too small.",
    UNKNOWN: "We do not recognise this. Choose again.",
    NOT_ALLOWED: "That cannot be done here.",
  },
  unforeseen: "Something went wrong on our side. Try again in a little while.",
};
export default en;
