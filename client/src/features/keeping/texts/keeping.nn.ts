import type { Translation } from "../../../i18n/texts.js";
import type nb from "./keeping.nb.js";

const nn: Translation<typeof nb> = {
  resumed: "Du held fram der du slapp.",
  begun: "påbyrja",
  afresh: "Byrj på nytt",
  notKept: "Denne nettlesaren kan ikkje ta vare på det du skriv. La vindauget stå ope til du har lagra.",
  clash: "Nokon andre har lagra noko anna medan du skreiv:",
  setting: "ei av innstillingane",
  theirs: "Bruk det dei skreiv",
  mine: "Behald mitt",
};
export default nn;
