import type { Translation } from "../../../i18n/texts.js";
import type nb from "./signIn.nb.js";

const nn: Translation<typeof nb> = {
  title: "Logg inn",
  lead: "Trykk på knappen, så er du inne. Lenkja verkar éin gong.",
  enter: "Logg inn",
  entering: "Loggar inn …",
  failed: "Vi nådde ikkje fram. Lenkja er ikkje brukt opp. Prøv igjen.",
  toDoor: "Til framsida",
};
export default nn;
