import type { Profession } from "../modules/gatherings/index.js";
import { UnitKind } from "../modules/networks/index.js";

/** An invented network: no such municipalities, units or people exist. */
export const networkName = "Begynneropplæring og inkludering – Ytre Kyst";

export const units = [
  { name: "Skarvfjord skole (1–10)", municipality: "Skarvfjord kommune", kind: UnitKind.SCHOOL },
  { name: "Fjæra barnehage", municipality: "Skarvfjord kommune", kind: UnitKind.KINDERGARTEN },
  { name: "Skarvfjord SFO", municipality: "Skarvfjord kommune", kind: UnitKind.AFTER_SCHOOL },
  { name: "PPT Ytre Kyst", municipality: "Skarvfjord kommune", kind: UnitKind.MUNICIPAL_SERVICE },
  { name: "Tindvær oppvekstsenter", municipality: "Tindvær kommune", kind: UnitKind.SCHOOL },
  { name: "Tindvær ungdomsskole", municipality: "Tindvær kommune", kind: UnitKind.LOWER_SECONDARY_SCHOOL },
  { name: "Lysnes skole (1–7)", municipality: "Lysnes kommune", kind: UnitKind.PRIMARY_SCHOOL },
  { name: "Lysnes ungdomsskole", municipality: "Lysnes kommune", kind: UnitKind.LOWER_SECONDARY_SCHOOL },
  { name: "Rognbærstien barnehage", municipality: "Lysnes kommune", kind: UnitKind.KINDERGARTEN },
  { name: "Lysnes barneverntjeneste", municipality: "Lysnes kommune", kind: UnitKind.MUNICIPAL_SERVICE },
  { name: "Skjerdal skole (1–10)", municipality: "Skjerdal kommune", kind: UnitKind.SCHOOL },
  { name: "Bekkefaret barnehage", municipality: "Skjerdal kommune", kind: UnitKind.KINDERGARTEN },
  { name: "Skjerdal helsestasjon", municipality: "Skjerdal kommune", kind: UnitKind.MUNICIPAL_SERVICE },
  { name: "Nordkyst universitet", municipality: "UH", kind: UnitKind.UNIVERSITY },
] as const;

const SCHOOL = ["TEACHER", "LEADER", "TEACHER", "SPECIAL_EDUCATOR", "ASSISTANT"] as const;
const professionsIn: Readonly<Record<UnitKind, readonly (keyof typeof Profession)[]>> = {
  [UnitKind.SCHOOL]: SCHOOL,
  [UnitKind.PRIMARY_SCHOOL]: SCHOOL,
  [UnitKind.LOWER_SECONDARY_SCHOOL]: SCHOOL,
  [UnitKind.UPPER_SECONDARY_SCHOOL]: SCHOOL,
  [UnitKind.KINDERGARTEN]: ["TEACHER", "ASSISTANT", "LEADER"],
  [UnitKind.AFTER_SCHOOL]: ["ASSISTANT", "LEADER"],
  [UnitKind.MUNICIPAL_SERVICE]: ["ADVISER", "LEADER"],
  [UnitKind.SCHOOL_OWNER]: ["ADVISER"],
  [UnitKind.UNIVERSITY]: ["ACADEMIC"],
  [UnitKind.OTHER]: ["OTHER"],
};

/** What the guest with this number says they work as; some rather say nothing. */
export const professionOf = (unitName: string, number: number): keyof typeof Profession | null => {
  const kind = units.find(({ name }) => name === unitName)?.kind ?? UnitKind.OTHER;
  const usual = professionsIn[kind];
  return number % 9 === 8 ? null : (usual[number % usual.length] ?? null);
};

/** A practice example and the challenge a critical friend put to it. `unit` is how the name of the unit begins. */
export interface DemoExample {
  readonly unit: string;
  readonly title: string;
  readonly theme: string;
  readonly text: string;
  readonly challenge: string;
}

export const examples: readonly DemoExample[] = [
  {
    unit: "Skarvfjord skole",
    title: "Lesestund i par",
    theme: "Begynneropplæring",
    text: "På 1. trinn «leser» elevene bildebok for en medelev i ti minutter hver dag. Etter seks uker tok flere stille elever ordet, og vi hørte mer av ordforrådet deres.",
    challenge: "Hvordan vet dere at det er lesestunden, og ikke bare modning, som virker?",
  },
  {
    unit: "Lysnes skole",
    title: "Skriv først, rett siden",
    theme: "Begynneropplæring",
    text: "På 2. trinn skriver elevene egne tekster fra første uke, og vi retter bare det som hindrer lesing. Tekstene ble lengre, men vi strides om når rettskrivingen skal inn.",
    challenge: "Hvem avgjør hva som «hindrer lesing», og hva sier dere til foresatte som vil ha alt rettet?",
  },
  {
    unit: "Tindvær ungdomsskole",
    title: "Karakteren venter",
    theme: "Tilbakemelding",
    text: "I norsk på 9. trinn får elevene to råd og må revidere før de ser karakteren. De fleste brukte rådene, men noen opplevde ventetida som utrygg.",
    challenge: "Hvordan ville opplegget sett ut hvis de utrygge elevene hadde vært med på å lage det?",
  },
  {
    unit: "Lysnes ungdomsskole",
    title: "Eksempeltekster først",
    theme: "Tilbakemelding",
    text: "Elevene sorterer tre konstruerte svar etter kvalitet og lager kjennetegnene selv. Samtalen om kvalitet ble bedre enn da vi delte ut ferdige kriterier.",
    challenge: "Får elever med kort botid i Norge samme utbytte, og hvordan ser dere det?",
  },
  {
    unit: "Fjæra barnehage",
    title: "Faste lekegrupper",
    theme: "Lekbasert læring",
    text: "To formiddager i uka leker barna i faste grupper med en voksen som er med i leken. Flere barn fikk roller, og vi avbrøt leken sjeldnere.",
    challenge: "Når er den voksne medspiller, og når tar hun over? Hvilke tegn ser dere etter?",
  },
  {
    unit: "Bekkefaret barnehage",
    title: "Måle med kroppen",
    theme: "Lekbasert læring",
    text: "Femåringene bygger hinderløype og måler med tau, pinner og skritt. Vi noterer barnas ord for lengde og tar dem med til skolestartsamtalen.",
    challenge: "Hva gjør skolen faktisk med barnas ord, og hvem spør etter det?",
  },
  {
    unit: "Skjerdal skole",
    title: "Spesialpedagogen inn i klassen",
    theme: "Inkludering",
    text: "På 4. trinn er spesialpedagogen med i alle mattetimer i stedet for å ta elever ut. Fellesskapet ble tryggere, men tjue minutter felles planlegging i uka er for lite.",
    challenge: "Hva må dere slutte med for at planleggingen skal få tid?",
  },
  {
    unit: "PPT Ytre Kyst",
    title: "Drøft før dere henviser",
    theme: "Inkludering",
    text: "Skolene kan drøfte en anonymisert situasjon med oss, med pedagogisk analyse på tavla. Flere endret noe i gruppa først og trengte ikke henvise.",
    challenge: "Hvordan sikrer dere at ingen som trenger sakkyndig vurdering, må vente lenger?",
  },
  {
    unit: "Rognbærstien barnehage",
    title: "Kveldskafé på flere språk",
    theme: "Foresatte",
    text: "Vi byttet foreldremøtet med tre korte kafeer på ulike dager og språk. Flere kom, særlig foresatte som er nye i kommunen.",
    challenge: "Hvem kom fortsatt ikke, og hva har dere spurt dem om?",
  },
  {
    unit: "Lysnes barneverntjeneste",
    title: "Åpen time på skolen",
    theme: "Samarbeid",
    text: "Annenhver uke kan ansatte spørre oss generelt uten å omtale enkeltbarn. Terskelen ble lavere, men vi må forklare taushetsplikten hver gang.",
    challenge: "Kan en «generell» beskrivelse i en liten kommune likevel peke på ett barn?",
  },
  {
    unit: "Skjerdal helsestasjon",
    title: "Én telefon hjem",
    theme: "Foresatte",
    text: "Kontaktlærer og helsesykepleier ringer hjem sammen når fraværet begynner å øke, med felles samtaleguide. Foresatte slipper å fortelle det samme to ganger.",
    challenge: "Hvordan opplever eleven at to voksne ringer, og hvem spør eleven først?",
  },
  {
    unit: "Tindvær oppvekstsenter",
    title: "KI foreslår, læreren velger",
    theme: "KI i vurdering",
    text: "På mellomtrinnet lar vi en godkjent KI-tjeneste foreslå tilbakemeldinger på konstruerte tekster, og øver på å endre eller forkaste dem. Forslagene var ofte lange og for rosende.",
    challenge: "Hvilken tilbakemelding ville dere aldri latt KI skrive, og hva har elevene fått vite?",
  },
];

export const ideas: readonly string[] = [
  "Felles lesestartuke på alle 1. trinn i september",
  "Alle besøker én annen enhet før jul",
  "Skolestartsamtale der barnets egne ord er med",
  "Delt bank med konstruerte eksempeltekster",
  "Minst 45 minutter felles planlegging i uka, lagt i årsplanen",
  "Månedlig digital drøftingstime med PPT",
  "Språkkafé for foresatte, delt mellom to kommuner",
  "Felles retningslinje for KI i vurdering",
  "Lekekasse SFO og barnehage lager sammen",
  "Én samtaleguide for fravær, skole og helse",
];

/** First names for the people of the demo. */
export const firstNames: readonly string[] = [
  "Aisha",
  "Amalie",
  "Anders",
  "Anne Marit",
  "Arne",
  "Astrid",
  "Bente",
  "Bjarte",
  "Dag",
  "Eirin",
  "Eli",
  "Endre",
  "Fatima",
  "Frode",
  "Geir",
  "Gro",
  "Guro",
  "Hanne",
  "Helga",
  "Håkon",
  "Ida",
  "Ingvild",
  "Jorunn",
  "Kari Anne",
  "Ketil",
  "Laila",
  "Lars",
  "Liv",
  "Magnhild",
  "Marit",
  "Morten",
  "Nils",
  "Oddny",
  "Olav",
  "Ragnhild",
  "Reidun",
  "Samira",
  "Sigrun",
  "Siri",
  "Solveig",
  "Stian",
  "Synnøve",
  "Tone",
  "Torunn",
  "Trygve",
  "Unni",
  "Vegard",
  "Yngvild",
  "Øyvind",
  "Åse",
];

/** What the authors answered, in turn. */
export const answers: readonly string[] = [
  "Godt spørsmål. Vi vet det ikke sikkert, men vi sammenligner med parallellklassen og spør elevene selv.",
  "Det har vi diskutert mye. Nå avgjør trinnteamet det sammen, og vi viser foresatte to tekster med et halvt år imellom.",
  "Vi burde ha spurt dem. Neste gang lager tre elever opplegget sammen med oss.",
  "Vi ser det i samtalene, ikke i resultatene ennå. Det tar vi med oss.",
  "Når ingen av barna ser på den voksne lenger, trekker vi oss ut. Det er tegnet vi øver på å se.",
  "Ærlig talt: altfor lite. Derfor vil vi ha med førsteklasselæreren på neste skolestartsamtale.",
  "Vi sluttet med fellesmøtet annenhver uke. Det var det ingen som savnet.",
];

/** What units took home, in turn. */
export const takeaways: readonly string[] = [
  "Vi prøver dette på to trinn fram til påske og forteller hvordan det gikk på neste samling.",
  "Tas opp i teamet på mandag. Vi begynner i det små, med én gruppe.",
  "Vi inviterer naboenheten til å se på, og ber dem utfordre oss.",
  "Legges inn i årsplanen fra høsten.",
];

export const reflections: readonly string[] = [
  "Vi snakket mest om hva barna gjør, og lite om hva vi voksne gjør annerledes.",
  "Det var lettere å bli utfordret når vi selv hadde bedt om det.",
];
