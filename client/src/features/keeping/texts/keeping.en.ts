import type { Translation } from "../../../i18n/texts.js";
import type nb from "./keeping.nb.js";

const en: Translation<typeof nb> = {
  resumed: "You go on where you left off.",
  begun: "begun",
  afresh: "Start afresh",
  notKept: "This browser cannot keep what you write. Leave the window open until you have saved.",
  clash: "Somebody else has saved something different while you were writing:",
  setting: "one of the settings",
  theirs: "Use what they wrote",
  mine: "Keep mine",
};
export default en;
