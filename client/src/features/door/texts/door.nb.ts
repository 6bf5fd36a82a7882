const nb = {
  title: "Velkommen",
  motto: "Del praksis. Bli utfordret. Ta ideene med hjem.",
  heading: "Kom inn i samlingen",
  lead: "Skriv koden du ser på lerretet eller på arket.",
  code: "Kode",
  codeHelp: "Seks tegn. Store og små bokstaver er det samme.",
  enter: "Kom inn",
  shortCode: "Koden har seks tegn. Du har skrevet {{count}}.",
  back: "Tilbake til {{title}}",
  gatherings: "Samlingene dine",
  forLeaders: "Skal du lede en samling?",
  leadersBody:
    "Du trenger ikke passord. Åpne innloggingslenken du har fått, eller lim den inn her. Mangler du en lenke, kan lederen av nettverket lage en til deg.",
  link: "Innloggingslenke",
  linkWrong: "Dette ser ikke ut som en innloggingslenke. Kopier hele lenken og prøv igjen.",
  signIn: "Logg inn",
  networks: "Nettverkene dine",
  signedInAs: "Du er logget inn som {{name}}.",
  signOut: "Logg ut",
  aboutMe: "Det vi har om deg",
  privacy: "Ingen konto, ingen sporing. Du er et navn og en enhet.",
};
export default nb;
