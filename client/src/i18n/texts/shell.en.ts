import type { Translation } from "../texts.js";
import type nb from "./shell.nb.js";

const en: Translation<typeof nb> = {
  name: "Ordskifte",
  titleWith: "{{page}} – Ordskifte",
  skip: "Skip to the content",
  toDoor: "Ordskifte, to the front page",
  toNetwork: "The network",
  language: "Language",
  loading: "Fetching …",
  notFound: {
    title: "There is nothing here",
    body: "The page does not exist, or it is not open to you.",
    back: "To the front page",
  },
  broken: {
    title: "Something broke here",
    body: "What you wrote is kept in your browser. Reload the page and go on from where you were.",
    reload: "Reload",
  },
};
export default en;
