/** Somebody to be seated: one person, or a table of `people` at one device, who are never parted. */
export interface Person {
  readonly id: string;
  readonly unit: string;
  /** What is mixed besides units, the same things in the same order for all: a school level, a profession. Null: not known. */
  readonly mixed?: readonly (string | null)[];
  /** 1 where nothing is said. */
  readonly people?: number;
}

/** `together` and `apart` are about two people; `oneInEach` about those of whom each group needs one at the least. */
export type Wish =
  | { readonly kind: "together" | "apart"; readonly people: readonly [string, string] }
  | { readonly kind: "oneInEach"; readonly people: readonly string[] };

export type RefusalReason =
  | "unknownPerson"
  | "samePerson"
  /** A wish before it says the opposite, directly or through others. */
  | "contradictsEarlierWish"
  | "groupTooSmall"
  /** They are of one unit, and the unit's people are needed in more groups than that. */
  | "unitMustSpread"
  | "onlyOneGroup"
  | "fewerThanGroups"
  /** Possible for all that arithmetic says, and yet not found within the budget. */
  | "noArrangementFound";

export interface RefusedWish {
  readonly wish: Wish;
  readonly reason: RefusalReason;
}

/** Groups of about `groupSize` people (never more, among single people), or `groupCount` of them. */
export type GroupNumber = { readonly groupSize: number } | { readonly groupCount: number };

export type MakingOptions = GroupNumber & {
  /** The same people, options and seed give the same groups. */
  readonly seed: string;
  /** Who sat together before: ids, by group. Those who are not here are passed over. */
  readonly history?: readonly (readonly string[])[];
  readonly wishes?: readonly Wish[];
  /** Swaps that are tried at the most; by default as many as the number of people asks for. */
  readonly steps?: number;
};

/** Ids of people, by group. */
export type Groups = readonly (readonly string[])[];

export interface Plan {
  readonly groups: Groups;
  readonly refused: readonly RefusedWish[];
}

export interface RoundsPlan {
  readonly rounds: readonly Groups[];
  readonly refused: readonly RefusedWish[];
}
