import type { Translation } from "../../../i18n/texts.js";
import type nb from "./ownData.nb.js";

const en: Translation<typeof nb> = {
  title: "What we have about you",
  lead: "Name and unit, what you have written, and how you have voted. There is nothing more.",
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
