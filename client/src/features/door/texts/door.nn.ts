import type { Translation } from "../../../i18n/texts.js";
import type nb from "./door.nb.js";

const nn: Translation<typeof nb> = {
  title: "Velkomen",
  motto: "Del praksis. Bli utfordra. Ta ideane med heim.",
  heading: "Kom inn i samlinga",
  lead: "Skriv koden du ser på lerretet eller på arket.",
  code: "Kode",
  codeHelp: "Seks teikn. Store og små bokstavar er det same.",
  enter: "Kom inn",
  shortCode: "Koden har seks teikn. Du har skrive {{count}}.",
  back: "Tilbake til {{title}}",
  gatherings: "Samlingane dine",
  forLeaders: "Skal du leie ei samling?",
  leadersBody:
    "Du treng ikkje passord. Opne innloggingslenkja du har fått, eller lim ho inn her. Manglar du ei lenkje, kan leiaren av nettverket lage ei til deg.",
  link: "Innloggingslenkje",
  linkWrong: "Dette ser ikkje ut som ei innloggingslenkje. Kopier heile lenkja og prøv igjen.",
  signIn: "Logg inn",
  networks: "Nettverka dine",
  signedInAs: "Du er innlogga som {{name}}.",
  signOut: "Logg ut",
  aboutMe: "Det vi har om deg",
  privacy: "Ingen konto, inga sporing. Du er eit namn og ei eining.",
};
export default nn;
