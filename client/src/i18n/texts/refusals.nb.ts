const nb = {
  CodeUnknown: "Vi finner ingen samling med den koden. Se etter én gang til – den har seks tegn.",
  GatheringNotOpen: "Samlingen er ikke åpen for dette nå.",
  LinkExpired: "Lenken er brukt eller for gammel. Be om en ny.",
  BoardFrozen: "Tavla er fryst akkurat nå. Teksten din er tatt vare på her.",
  KindNotInvited: "Denne typen bidrag passer ikke i denne delen. Teksten din er tatt vare på her.",
  CritiqueOff: "I denne delen lytter og undrer vi oss, vi utfordrer ikke. Teksten din er tatt vare på her.",
  NotSeated: "Du sitter i en annen gruppe. Du kan lese tavla, men ikke skrive på den.",
  Outdated: "Noe har endret seg siden du så det. Se på nytt og prøv igjen.",
  StageRefused: "Samlingen kan ikke gå rett dit fra der den er.",
  RoundClosed: "Avstemningen er lukket.",
  VotesSpent: "Du har brukt alle de {{budget}} prikkene. Ta en tilbake for å flytte den.",
  TooManyOnOne: "Du kan gi én idé høyst {{max}} prikker.",
  input: {
    EMPTY: "Skriv noe her først.",
    TOO_LONG: "Det ble litt langt. Det er plass til {{limit}} tegn.",
    TOO_MANY: "Det ble for mange. Grensen er {{limit}}.",
    OUT_OF_RANGE: "Tallet er utenfor det som går an.",
    UNKNOWN: "Vi kjenner ikke igjen dette. Velg på nytt.",
    NOT_ALLOWED: "Det går ikke an her.",
  },
  unforeseen: "Noe gikk galt hos oss. Prøv igjen om litt.",
};
export default nb;
