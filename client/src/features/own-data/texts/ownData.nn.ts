import type { Translation } from "../../../i18n/texts.js";
import type nb from "./ownData.nb.js";

const nn: Translation<typeof nb> = {
  title: "Det vi har om deg",
  lead: "Namn og eining, kva du jobbar som om du har sagt det, det du har skrive, og det du har røysta. Meir har vi ikkje.",
  professionBody:
    "Du kan seie det, endre det eller la vere. Det blir berre brukt til å blande gruppene, og berre dei som leier, kan sjå det.",
  professionFailed: "Vi nådde ikkje fram. Prøv igjen.",
  save: "Last ned alt som fil",
  fileName: "Ordskifte, det de har om meg",
  saveFailed: "Vi nådde ikkje fram. Prøv igjen.",
  eraseTitle: "Slett namnet mitt",
  eraseBody:
    "Namnet ditt blir borte frå alle samlingar, tavler og lister, og du blir logga ut overalt. Det kan ikkje gjerast om.",
  cards: "Kva skal skje med det du har skrive?",
  anonymise: "Det blir ståande utan namn, så dei andre kan lese vidare",
  withdraw: "Det blir borte, også for dei andre",
  erase: "Slett namnet mitt",
  sure: "Ja, slett no",
  cancel: "Avbryt",
  failed:
    "Namnet er ikkje sletta overalt enno. Prøv igjen. Er du den einaste eigaren av eit nettverk, må det få ein ny eigar først.",
  erased: "Namnet ditt er sletta. Takk for det du delte.",
  toDoor: "Til framsida",
};
export default nn;
