import { ContributionKind } from "../../kernel/words.js";
import { usualSettings, usualVote, type ItemFields } from "./commands/item-fields.js";
import { Arena, ItemKind, Naming, Writing } from "./programme-item.entity.js";

const { PRACTICE_EXAMPLE, CHALLENGE, ANSWER, IDEA, REFLECTION, TAKEAWAY } = ContributionKind;

const item = (
  fields: Pick<ItemFields, "title" | "kind" | "arena" | "minutes" | "instruction"> & Partial<ItemFields>,
): ItemFields => ({
  writing: Writing.OPEN,
  naming: Naming.NAMED,
  invites: [],
  ...usualSettings,
  ...fields,
});

/** What a new gathering begins with: a dialogue conference on one afternoon, for the leader to write anew. */
export const defaultProgramme: readonly ItemFields[] = [
  item({
    title: "Velkommen",
    kind: ItemKind.WELCOME,
    arena: Arena.PLENARY,
    minutes: 15,
    instruction: "Bli med på samlingen og finn gruppa di.",
  }),
  item({
    title: "Praksiseksempler",
    kind: ItemKind.EXAMPLES,
    arena: Arena.CROSS,
    minutes: 15,
    instruction: "Skriv ett eksempel fra din egen praksis. Ingen andre ser det før vi åpner.",
    writing: Writing.SILENT,
    invites: [PRACTICE_EXAMPLE],
  }),
  item({
    title: "Utveksling på tvers",
    kind: ItemKind.EXCHANGE,
    arena: Arena.CROSS,
    minutes: 45,
    instruction:
      "Les hverandres eksempler. Utfordre som kritiske venner, og svar på det du blir utfordret på.",
    invites: [PRACTICE_EXAMPLE, CHALLENGE, ANSWER, REFLECTION],
  }),
  item({
    title: "Ideer",
    kind: ItemKind.IDEAS,
    arena: Arena.CROSS,
    minutes: 20,
    instruction: "Hva kunne vi prøve ut? Skriv én idé på hvert kort.",
    invites: [IDEA, REFLECTION],
  }),
  item({
    title: "Avstemning",
    kind: ItemKind.VOTE,
    arena: Arena.PLENARY,
    minutes: 10,
    instruction: "Stem på ideene du har mest tro på.",
    vote: usualVote,
  }),
  item({
    title: "Tid til å tenke",
    kind: ItemKind.REFLECTION,
    arena: Arena.CROSS,
    minutes: 10,
    instruction: "Skriv i stillhet: Hva har gjort inntrykk? Ingen andre ser det før vi åpner.",
    writing: Writing.SILENT,
    invites: [REFLECTION],
  }),
  item({
    title: "Ta med hjem",
    kind: ItemKind.TAKE_HOME,
    arena: Arena.UNIT,
    minutes: 20,
    instruction: "Velg sammen hva enheten deres tar med hjem og prøver ut til neste samling.",
    invites: [TAKEAWAY, REFLECTION],
  }),
];
