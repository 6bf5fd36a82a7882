const nb = {
  name: "Ordskifte",
  titleWith: "{{page}} – Ordskifte",
  skip: "Hopp til innholdet",
  toDoor: "Ordskifte, til forsiden",
  toNetwork: "Nettverket",
  language: "Språk",
  loading: "Henter …",
  notFound: {
    title: "Her er det ingenting",
    body: "Siden finnes ikke, eller den er ikke åpen for deg.",
    back: "Til forsiden",
  },
  broken: {
    title: "Noe gikk i stykker her",
    body: "Det du har skrevet, er tatt vare på i nettleseren. Last siden på nytt, så går du videre der du var.",
    reload: "Last på nytt",
  },
};
export default nb;
