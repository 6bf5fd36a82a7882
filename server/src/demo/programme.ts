import { ContributionKind } from "../kernel/words.js";
import { Arena, ItemKind, Naming, Writing } from "../modules/gatherings/index.js";

/** A programme item as the API takes it, by the names of the stored words. */
export interface DemoItem {
  readonly title: string;
  readonly kind: ItemKind;
  readonly arena: Arena;
  readonly minutes: number;
  readonly instruction: string;
  readonly writing: Writing;
  readonly naming: Naming;
  readonly invites: readonly ContributionKind[];
}

const item = (
  title: string,
  kind: ItemKind,
  arena: Arena,
  minutes: number,
  instruction: string,
  invites: readonly ContributionKind[] = [],
  writing = Writing.OPEN,
): DemoItem => ({ title, kind, arena, minutes, instruction, writing, naming: Naming.NAMED, invites });

const { PRACTICE_EXAMPLE, CHALLENGE, ANSWER, IDEA, REFLECTION, TAKEAWAY, THEORY_INPUT } = ContributionKind;

/** A dialogue conference as most networks run it: examples written in silence, then challenged across units. */
export const programme: readonly DemoItem[] = [
  item("Velkommen", ItemKind.WELCOME, Arena.PLENARY, 10, "Finn gruppa di og hils på de andre."),
  item(
    "Vårt praksiseksempel",
    ItemKind.EXAMPLES,
    Arena.CROSS,
    12,
    "Skriv ned ett eksempel fra egen praksis, i stillhet. Hva gjorde dere, hva skjedde, og hva vil dere bli utfordret på?",
    [PRACTICE_EXAMPLE],
    Writing.SILENT,
  ),
  item(
    "Utveksling i grupper",
    ItemKind.EXCHANGE,
    Arena.CROSS,
    45,
    "Les eksemplene høyt for hverandre. Still ett utfordrende spørsmål til hvert. Den som eier eksempelet, svarer.",
    [PRACTICE_EXAMPLE, CHALLENGE, ANSWER, REFLECTION, IDEA],
  ),
  item(
    "Innspill fra universitetet",
    ItemKind.THEORY,
    Arena.PLENARY,
    20,
    "Lytt etter én ting som utfordrer deres egen praksis.",
    [THEORY_INPUT, REFLECTION],
  ),
  item(
    "Ideer vi vil prøve",
    ItemKind.IDEAS,
    Arena.CROSS,
    20,
    "Hva kan vi prøve sammen? Skriv korte, konkrete ideer.",
    [IDEA, REFLECTION],
  ),
  item(
    "Avstemning",
    ItemKind.VOTE,
    Arena.PLENARY,
    10,
    "Gi prikkene dine til ideene du vil være med på å prøve.",
  ),
  item(
    "Ta med hjem",
    ItemKind.TAKE_HOME,
    Arena.UNIT,
    15,
    "Bli enige i enheten om én ting dere tar med hjem, og hva dere gjør først.",
    [TAKEAWAY, REFLECTION],
  ),
];

/** Before the next gathering: each unit writes at home. */
export const preparation: readonly DemoItem[] = [
  item(
    "Forarbeid i enheten",
    ItemKind.OWN_PRACTICE,
    Arena.UNIT,
    60,
    "Snakk sammen hjemme: Hva prøvde dere etter forrige samling, og hva ble annerledes? Skriv det som et praksiseksempel.",
    [PRACTICE_EXAMPLE, REFLECTION],
  ),
  ...programme,
];
