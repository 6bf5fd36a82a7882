import type { Translation } from "../texts.js";
import type nb from "./shell.nb.js";

const nn: Translation<typeof nb> = {
  name: "Ordskifte",
  titleWith: "{{page}} – Ordskifte",
  skip: "Hopp til innhaldet",
  toDoor: "Ordskifte, til framsida",
  toNetwork: "Nettverket",
  language: "Språk",
  loading: "Hentar …",
  notFound: {
    title: "Her er det ingenting",
    body: "Sida finst ikkje, eller ho er ikkje open for deg.",
    back: "Til framsida",
  },
  broken: {
    title: "Noko gjekk i stykke her",
    body: "Det du har skrive, er teke vare på i nettlesaren. Last sida på nytt, så går du vidare der du var.",
    reload: "Last på nytt",
  },
};
export default nn;
