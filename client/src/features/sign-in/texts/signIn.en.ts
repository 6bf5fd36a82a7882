import type { Translation } from "../../../i18n/texts.js";
import type nb from "./signIn.nb.js";

const en: Translation<typeof nb> = {
  title: "Sign in",
  lead: "Press the button and you are in. The link works once.",
  enter: "Sign in",
  entering: "Signing in …",
  failed: "We did not get through. The link has not been used up. Try again.",
  toDoor: "To the front page",
};
export default en;
