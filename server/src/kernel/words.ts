import { registerEnumType } from "type-graphql";

/** Where a gathering stands. Values are what is stored. */
export enum GatheringState {
  DRAFT = "draft",
  PREPARING = "preparing",
  LIVE = "live",
  FOLLOW_UP = "followUp",
  ARCHIVED = "archived",
}

/** The seven kinds of card. Values are what is stored. */
export enum ContributionKind {
  PRACTICE_EXAMPLE = "practiceExample",
  CHALLENGE = "challenge",
  ANSWER = "answer",
  IDEA = "idea",
  REFLECTION = "reflection",
  THEORY_INPUT = "theoryInput",
  TAKEAWAY = "takeaway",
}

/** The languages that are written here. Values are what is stored, and tags of BCP 47. */
export enum Language {
  NB = "nb",
  NN = "nn",
  EN = "en",
}

/** A vote round takes ballots while open, and shows its totals only when revealed. Values are what is stored. */
export enum RoundState {
  OPEN = "open",
  CLOSED = "closed",
  REVEALED = "revealed",
}

/** What is wrong with a field that was refused. */
export enum InputProblem {
  EMPTY = "EMPTY",
  TOO_LONG = "TOO_LONG",
  TOO_MANY = "TOO_MANY",
  OUT_OF_RANGE = "OUT_OF_RANGE",
  UNKNOWN = "UNKNOWN",
  NOT_ALLOWED = "NOT_ALLOWED",
}

registerEnumType(GatheringState, {
  name: "GatheringState",
  description: "Where a gathering stands, from the first plan to what can only be read.",
  valuesConfig: {
    DRAFT: { description: "Being planned; nobody can join." },
    PREPARING: { description: "Open for joining, and for writing at home beforehand." },
    LIVE: { description: "It is happening now." },
    FOLLOW_UP: { description: "Over; the units still write what they take home. The door is closed." },
    ARCHIVED: { description: "Kept for reading; nothing can be written." },
  },
});

registerEnumType(ContributionKind, {
  name: "ContributionKind",
  description: "The kinds of card on a board.",
  valuesConfig: {
    PRACTICE_EXAMPLE: { description: "A story from the author's own practice." },
    CHALLENGE: { description: "A critical friend's question to another card." },
    ANSWER: { description: "An answer to a challenge." },
    IDEA: { description: "Something that could be tried." },
    REFLECTION: { description: "A thought about what was read or heard." },
    THEORY_INPUT: { description: "A piece of theory the leader brings." },
    TAKEAWAY: { description: "What a unit takes home." },
  },
});

registerEnumType(Language, {
  name: "Language",
  description: "A language that is written here.",
  valuesConfig: {
    NB: { description: "Norwegian bokmål." },
    NN: { description: "Norwegian nynorsk." },
    EN: { description: "English." },
  },
});

registerEnumType(RoundState, {
  name: "RoundState",
  description: "Where a vote round stands.",
  valuesConfig: {
    OPEN: { description: "Ballots may be cast, changed and retracted." },
    CLOSED: { description: "No more ballots; totals are still hidden." },
    REVEALED: { description: "The totals are shown." },
  },
});

registerEnumType(InputProblem, {
  name: "InputProblem",
  description: "What is wrong with a field.",
  valuesConfig: {
    EMPTY: { description: "Something must be written." },
    TOO_LONG: { description: "Longer than `limit` characters." },
    TOO_MANY: { description: "More than `limit` of them." },
    OUT_OF_RANGE: { description: "Too small or too big." },
    UNKNOWN: { description: "It points to something that is not there." },
    NOT_ALLOWED: { description: "It cannot be used here." },
  },
});
