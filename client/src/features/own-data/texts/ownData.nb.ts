const nb = {
  title: "Det vi har om deg",
  lead: "Navn og enhet, hva du jobber som om du har sagt det, det du har skrevet, og det du har stemt. Mer har vi ikke.",
  professionBody:
    "Du kan si det, endre det eller la være. Det brukes bare til å blande gruppene, og bare de som leder, kan se det.",
  professionFailed: "Vi nådde ikke fram. Prøv igjen.",
  save: "Last ned alt som fil",
  fileName: "Ordskifte, det dere har om meg",
  saveFailed: "Vi nådde ikke fram. Prøv igjen.",
  eraseTitle: "Slett navnet mitt",
  eraseBody:
    "Navnet ditt blir borte fra alle samlinger, tavler og lister, og du blir logget ut overalt. Det kan ikke gjøres om.",
  cards: "Hva skal skje med det du har skrevet?",
  anonymise: "Det blir stående uten navn, så de andre kan lese videre",
  withdraw: "Det blir borte, også for de andre",
  erase: "Slett navnet mitt",
  sure: "Ja, slett nå",
  cancel: "Avbryt",
  failed:
    "Navnet er ikke slettet overalt ennå. Prøv igjen. Er du den eneste eieren av et nettverk, må det få en ny eier først.",
  erased: "Navnet ditt er slettet. Takk for det du delte.",
  toDoor: "Til forsiden",
};
export default nb;
