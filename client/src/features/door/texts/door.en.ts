import type { Translation } from "../../../i18n/texts.js";
import type nb from "./door.nb.js";

const en: Translation<typeof nb> = {
  title: "Welcome",
  motto: "Share practice. Be challenged. Take ideas home.",
  heading: "Come in to the gathering",
  lead: "Type the code you see on the screen or on the sheet.",
  code: "Code",
  codeHelp: "Six characters. Capital and small letters are the same.",
  enter: "Come in",
  shortCode: "The code has six characters. You have typed {{count}}.",
  back: "Back to {{title}}",
  gatherings: "Your gatherings",
  forLeaders: "Are you leading a gathering?",
  leadersBody:
    "You need no password. Open the sign-in link you were given, or paste it here. If you have none, the leader of your network can make one for you.",
  link: "Sign-in link",
  linkWrong: "This does not look like a sign-in link. Copy the whole link and try again.",
  signIn: "Sign in",
  networks: "Your networks",
  signedInAs: "You are signed in as {{name}}.",
  signOut: "Sign out",
  aboutMe: "What we have about you",
  privacy: "No account, no tracking. You are a name and a unit.",
};
export default en;
