const nb = {
  resumed: "Du fortsetter der du slapp.",
  begun: "påbegynt",
  afresh: "Begynn på nytt",
  notKept: "Denne nettleseren kan ikke ta vare på det du skriver. La vinduet stå åpent til du har lagret.",
  clash: "Noen andre har lagret noe annet mens du skrev:",
  setting: "en av innstillingene",
  theirs: "Bruk det de skrev",
  mine: "Behold mitt",
};
export default nb;
