import type { Translation } from "../texts.js";
import type nb from "./refusals.nb.js";

const nn: Translation<typeof nb> = {
  CodeUnknown: "Vi finn inga samling med den koden. Sjå etter éin gong til – han har seks teikn.",
  GatheringNotOpen: "Samlinga er ikkje open for dette no.",
  LinkExpired: "Lenkja er brukt eller for gammal. Be om ei ny.",
  BoardFrozen: "Tavla er frosen akkurat no. Teksten din er teken vare på her.",
  KindNotInvited: "Denne typen bidrag passar ikkje i denne delen. Teksten din er teken vare på her.",
  CritiqueOff: "I denne delen lyttar og undrar vi oss, vi utfordrar ikkje. Teksten din er teken vare på her.",
  NotSeated: "Du sit i ei anna gruppe. Du kan lese tavla, men ikkje skrive på ho.",
  Outdated: "Noko har endra seg sidan du såg det. Sjå på nytt og prøv igjen.",
  StageRefused: "Samlinga kan ikkje gå rett dit frå der ho er.",
  RoundClosed: "Avrøystinga er lukka.",
  VotesSpent_one: "Du har brukt prikken din. Ta han tilbake for å flytte han.",
  VotesSpent_other: "Du har brukt alle dei {{count}} prikkane. Ta ein tilbake for å flytte han.",
  TooManyOnOne_one: "Du kan gi éin idé høgst {{count}} prikk.",
  TooManyOnOne_other: "Du kan gi éin idé høgst {{count}} prikkar.",
  input: {
    EMPTY: "Skriv noko her først.",
    TOO_LONG: "Det vart litt langt. Det er plass til {{limit}} teikn.",
    TOO_MANY: "Det vart for mange. Grensa er {{limit}}.",
    OUT_OF_RANGE: "Talet er for stort eller for lite.",
    UNKNOWN: "Vi kjenner ikkje igjen dette. Vel på nytt.",
    NOT_ALLOWED: "Det går ikkje an her.",
  },
  unforeseen: "Noko gjekk gale hos oss. Prøv igjen om litt.",
};
export default nn;
