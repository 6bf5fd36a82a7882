import { ContributionKind } from "../../../kernel/words.js";
import { usualVote } from "../commands/item-fields.js";
import { Arena, ItemKind, Naming, Writing, type PhaseMinutes } from "../programme-item.entity.js";
import { TemplateKey, type Template, type TemplateItem } from "./template.js";
import type { TextKey } from "./texts.nb.js";

const { PRACTICE_EXAMPLE, CHALLENGE, ANSWER, IDEA, REFLECTION, TAKEAWAY } = ContributionKind;
const { UNIT, CROSS, PLENARY } = Arena;

const EXCHANGED = [PRACTICE_EXAMPLE, CHALLENGE, ANSWER, REFLECTION];

type Choices = Partial<Omit<TemplateItem, "text" | "kind" | "arena" | "minutes">>;

/** Alone first, then in the group, and what is left together. */
const inPhases = (individual: number, group: number, plenary = 0): { phases: PhaseMinutes } => ({
  phases: { individual, group, plenary },
});

const item = (
  text: TextKey,
  kind: ItemKind,
  arena: Arena,
  minutes: number,
  choices: Choices = {},
): TemplateItem => ({
  text,
  kind,
  arena,
  minutes,
  writing: Writing.OPEN,
  naming: Naming.NAMED,
  invites: [],
  atHome: false,
  nextDay: false,
  critique: true,
  phases: null,
  vote: null,
  ...choices,
});

const welcome = (minutes: number) => item("welcome", ItemKind.WELCOME, PLENARY, minutes);
const pause = (minutes: number) => item("break", ItemKind.BREAK, PLENARY, minutes);
const lunch = (minutes: number) => item("lunch", ItemKind.BREAK, PLENARY, minutes);
const vote = (minutes: number) => item("vote", ItemKind.VOTE, PLENARY, minutes, { vote: usualVote });
const closing = (minutes: number) => item("closing", ItemKind.CLOSING, PLENARY, minutes);
const theory = (text: TextKey, minutes: number) => item(text, ItemKind.THEORY, PLENARY, minutes);

const reflection = (minutes: number, text: TextKey = "reflection") =>
  item(text, ItemKind.REFLECTION, CROSS, minutes, { writing: Writing.SILENT, invites: [REFLECTION] });

const ownPractice = (minutes: number, text: TextKey = "ownPractice", choices: Choices = {}) =>
  item(text, ItemKind.OWN_PRACTICE, UNIT, minutes, { invites: [PRACTICE_EXAMPLE, REFLECTION], ...choices });

const exchange = (text: TextKey, minutes: number, choices: Choices = {}) =>
  item(text, ItemKind.EXCHANGE, CROSS, minutes, { invites: EXCHANGED, ...choices });

const ideas = (text: TextKey, minutes: number, choices: Choices = {}) =>
  item(text, ItemKind.IDEAS, CROSS, minutes, { invites: [IDEA, REFLECTION], ...choices });

const newPlans = (minutes: number, text: TextKey = "newPlans", choices: Choices = {}) =>
  item(text, ItemKind.NEW_PLANS, UNIT, minutes, { invites: [TAKEAWAY, REFLECTION], ...choices });

/** Own practice, examples and theory, exchange across units, new plans: the four parts in one day. */
const lundRoald: Template = {
  key: TemplateKey.LUND_ROALD,
  items: [
    welcome(15),
    ownPractice(45, "ownPractice", inPhases(10, 35)),
    theory("theory", 40),
    reflection(15),
    lunch(30),
    exchange("exchange", 60),
    pause(10),
    ideas("ideas", 25, inPhases(5, 15, 5)),
    vote(10),
    newPlans(40, "newPlans", inPhases(5, 30, 5)),
    closing(10),
  ],
};

const fireRom: Template = {
  key: TemplateKey.FIRE_ROM,
  items: [
    welcome(10),
    exchange("firstRoom", 55, inPhases(10, 45)),
    pause(10),
    theory("secondRoom", 40),
    reflection(10),
    ideas("thirdRoom", 55, inPhases(10, 40, 5)),
    item("fourthRoom", ItemKind.CLOSING, PLENARY, 30),
  ],
};

const ettermiddag: Template = {
  key: TemplateKey.ETTERMIDDAG,
  items: [
    ownPractice(45, "ownPracticeAtHome", { atHome: true }),
    welcome(10),
    theory("theory", 25),
    exchange("exchange", 45),
    pause(10),
    ideas("ideas", 20, inPhases(5, 15)),
    vote(10),
    reflection(15),
    closing(15),
    newPlans(45, "newPlansAtHome", { atHome: true }),
  ],
};

const toDager: Template = {
  key: TemplateKey.TO_DAGER,
  items: [
    welcome(20),
    ownPractice(60, "ownPractice", inPhases(15, 45)),
    pause(15),
    theory("theory", 60),
    lunch(45),
    exchange("exchange", 80),
    reflection(20, "dayReflection"),
    item("welcomeBack", ItemKind.WELCOME, PLENARY, 15, { nextDay: true }),
    theory("moreTheory", 45),
    pause(15),
    ideas("ideas", 60, inPhases(10, 40, 10)),
    lunch(45),
    vote(20),
    newPlans(60),
    reflection(20),
    closing(20),
  ],
};

/** A day on one subject. Its café tables share and wonder: nobody is challenged there. */
const fagdag: Template = {
  key: TemplateKey.FAGDAG,
  items: [
    welcome(15),
    theory("subject", 60),
    item("cafe", ItemKind.EXCHANGE, CROSS, 75, {
      invites: [PRACTICE_EXAMPLE, IDEA, REFLECTION],
      critique: false,
    }),
    lunch(45),
    ideas("ideas", 40, inPhases(10, 30)),
    pause(15),
    item("takeHome", ItemKind.TAKE_HOME, UNIT, 25, { invites: [TAKEAWAY, REFLECTION] }),
    reflection(15),
    closing(10),
  ],
};

export const templates: readonly Template[] = [lundRoald, fireRom, ettermiddag, toDager, fagdag];
