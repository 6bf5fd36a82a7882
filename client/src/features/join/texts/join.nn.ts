import type { Translation } from "../../../i18n/texts.js";
import type nb from "./join.nb.js";

const nn: Translation<typeof nb> = {
  title: "Bli med",
  name: "Kva heiter du?",
  nameHelp: "Førenamn held. Dei andre ser namnet og eininga di.",
  unit: "Kvar kjem du frå?",
  search: "Søk etter eininga di",
  noUnits: "Inga eining heiter noko med «{{words}}».",
  newUnit: "Eininga mi står ikkje her",
  pickUnit: "Vel frå lista likevel",
  unitName: "Namn på eininga",
  municipality: "Kommune",
  unitKind: "Slags eining",
  kinds: {
    SCHOOL: "Skule",
    KINDERGARTEN: "Barnehage",
    AFTER_SCHOOL: "SFO",
    MUNICIPAL_SERVICE: "Kommunal teneste",
    SCHOOL_OWNER: "Skuleeigar",
    UNIVERSITY: "Universitet eller høgskule",
    OTHER: "Noko anna",
  },
  together: "Vi er fleire om denne skjermen",
  people: "Kor mange er de?",
  alone: "Eg er åleine her",
  enter: "Kom inn",
  entering: "Du blir sleppt inn …",
  chooseUnit: "Vel kvar du kjem frå.",
  failed: "Vi nådde ikkje fram. Det du har skrive, står her. Prøv igjen.",
  another: "Prøv ein annan kode",
  states: {
    DRAFT: "Samlinga er ikkje opna enno. Prøv igjen når den som leier, seier frå.",
    ARCHIVED: "Samlinga er over. Dei som var med, kan lese ho her når dei er innlogga.",
  },
};
export default nn;
