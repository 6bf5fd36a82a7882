import type { Translation } from "../../../i18n/texts.js";
import type nb from "./habits.nb.js";

const en: Translation<typeof nb> = {
  undo: {
    label: "Undo",
    button: "Undo",
    close: "Close",
    said: "{{words}} You can undo it at the end of the page.",
    done: "Undone.",
    failed: "It could not be undone. Try once more.",
    hidden: "The card is hidden.",
    merged_one: "{{count}} idea was merged with another.",
    merged_other: "{{count}} ideas were merged with another.",
    seated: "{{name}} now sits in {{group}}.",
    moved_one: "{{count}} person was moved.",
    moved_other: "{{count}} people were moved.",
    withdrawn: "The card is withdrawn.",
  },
  pause: {
    stop: "Pause updates",
    goOn: "Resume updates",
    stands: "Updates are paused. Nothing is lost.",
    goesOn: "Updates are coming again.",
  },
  help: {
    title: "Help",
    ask: "Stuck? Ask your group or the one who leads. You can also raise your hand on “My gathering”, and somebody comes to you.",
    leading: "If you lead the gathering, you can ask the one who leads the network.",
    how: "How the screen works",
    follows: "The page follows when the gathering moves on. You need not reload it.",
    kept: "What you write is kept in the browser until it has been sent, also while you are offline.",
    back: "You can edit or withdraw your cards under “More” on the card.",
  },
  keys: {
    title: "Keyboard shortcuts",
    body: "The keys work when you are not writing in a field.",
    on: "Use shortcuts in this browser",
    does: {
      n: "Write something new on the board",
      j: "Next card",
      k: "Previous card",
      r: "Answer or challenge the card you are on",
      v: "Show new cards",
      u: "Undo the last thing",
      g: "To my gathering",
      sheet: "Show this help",
    },
  },
  begun: { words: "Begun:", goOn: "Go on writing", drop: "Discard" },
  unkept: "This browser cannot keep what you write. Leave the page open until everything has been sent.",
  notSent: {
    words_one: "{{count}} card was not sent. Its text is kept.",
    words_other: "{{count}} cards were not sent. Their texts are kept.",
    see: "See what happened",
  },
  uncounted: {
    words: "The last change in a vote does not count.",
    see: "See what counts",
    understood: "All right",
  },
  left: {
    nobody_one:
      "{{count}} card has not been sent yet. It is safe in this browser. Come in again, and you can send it.",
    nobody_other:
      "{{count}} cards have not been sent yet. They are safe in this browser. Come in again, and you can send them.",
    whose_one: "{{count}} card from last time lies unsent in this browser. Is it yours?",
    whose_other: "{{count}} cards from last time lie unsent in this browser. Are they yours?",
    mine_one: "Yes, send it",
    mine_other: "Yes, send them",
    notMine: "No",
  },
  paste: {
    found_one: "You pasted {{count}} point.",
    found_other: "You pasted {{count}} points. Should they be one card, or one card each?",
    one: "One card",
    many_one: "{{count}} card",
    many_other: "{{count}} cards",
  },
};
export default en;
