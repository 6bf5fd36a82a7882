import type { Translation } from "../../../i18n/texts.js";
import type nb from "./preflight.nb.js";

const en: Translation<typeof nb> = {
  title: "Check the net in the hall",
  back: "To the console",
  body: "Stand where the participants will sit, on the net they will use. It takes a minute.",
  start: "Start",
  again: "Try again",
  running_one: "{{count}} second left",
  running_other: "{{count}} seconds left",
  done: "Done.",
  waiting: "Trying …",
  tried: "What is tried",
  found: "What it is like here",
  answers: {
    title: "Do we get through?",
    about: "We ask every five seconds, and see how long the answer is on its way.",
    good: "Yes. Answers come quickly.",
    poor: "Yes, but answers are slow or get lost now and then. It will do, since all that is written waits for the net. Try closer to a router, or ask some phones to use mobile data.",
    bad: "No. The net does not let us through. Sign in to the guest net, or use mobile data, and try again.",
  },
  socket: {
    title: "Does the connection hold?",
    about: "We hold a line open for a minute, as the screens do all day.",
    good: "Yes, all the time.",
    poor: "It broke and came back. Screens fetch what they missed, but ask whoever runs the net to let open connections be.",
    bad: "No. The net stops the connection that lets things arrive by themselves. Ask whoever runs it to let WebSocket through, or use mobile data.",
  },
  clock: {
    title: "Is the clock right?",
    about: "The countdown is to be the same on every screen.",
    good: "Yes.",
    poor: "This machine's clock is wrong. The countdown follows our clock and is right all the same, but turn on automatic time.",
    bad: "We could not tell.",
  },
};
export default en;
