import type { Translation } from "../../../i18n/texts.js";
import type nb from "./ownData.nb.js";

const en: Translation<typeof nb> = {
  title: "What we have about you",
  lead: "Your name and unit, what you work as if you said so, what you have written, and how you voted. There is nothing more.",
  professionBody:
    "You can say it, change it or leave it. It is only used to mix the groups, and only those who lead can see it.",
  professionFailed: "We did not get through. Try again.",
  save: "Download it all as a file",
  fileName: "Ordskifte, what you have about me",
  saveFailed: "We did not get through. Try again.",
  eraseTitle: "Erase my name",
  eraseBody:
    "Your name disappears from all gatherings, boards and lists, and you are signed out everywhere. It cannot be undone.",
  cards: "What should happen to what you have written?",
  anonymise: "It stays without a name, so that the others can read on",
  withdraw: "It disappears, for the others too",
  erase: "Erase my name",
  sure: "Yes, erase now",
  cancel: "Cancel",
  failed:
    "Your name is not erased everywhere yet. Try again. If you are the only owner of a network, it needs another owner first.",
  erased: "Your name is erased. Thank you for what you shared.",
  toDoor: "To the front page",
};
export default en;
