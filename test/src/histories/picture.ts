import { isDeepStrictEqual } from "node:util";
import type { Fields } from "../house/api.js";

const OF_A_MOMENT: ReadonlySet<string> = new Set(["signs", "turns", "groupReady"]);

type Thing = Fields & { readonly id: string };

/** What a screen makes of a snapshot and of the frames since: values, and lists by id. */
export class Picture {
  readonly values: Fields = {};
  private readonly lists = new Map<string, Map<string, Thing>>();

  list(name: string): Map<string, Thing> {
    const list = this.lists.get(name) ?? new Map<string, Thing>();
    this.lists.set(name, list);
    return list;
  }

  put(name: string, thing: unknown, id = (thing as Thing).id): void {
    this.list(name).set(id, thing as Thing);
  }

  copy(): Picture {
    const copy = new Picture();
    Object.assign(copy.values, this.values);
    for (const [name, list] of this.lists) for (const [id, thing] of list) copy.put(name, thing, id);
    return copy;
  }

  /** Signs and turns are those of the moment; others are nobody's any more. Where nobody is ready nothing is told. */
  get settled(): Map<string, unknown> {
    const all = new Map<string, unknown>(Object.entries(this.values));
    const { moment } = this.values;
    const count = this.values["signCount"] as Fields | undefined;
    if (count && count["moment"] !== moment) all.set("signCount", { ...count, moment, ready: 0, hands: 0 });
    for (const [name, list] of this.lists)
      for (const [id, thing] of list)
        if (!OF_A_MOMENT.has(name) || (thing["moment"] === moment && thing["ready"] !== 0))
          all.set(`${name} ${id}`, thing);
    return all;
  }

  /** A unit looks the same wherever it is named, and is listed where units are. */
  putUnit(unit: Thing): void {
    for (const list of this.lists.values())
      for (const [id, thing] of list) list.set(id, withUnit(thing, unit) as Thing);
    for (const [name, value] of Object.entries(this.values)) this.values[name] = withUnit(value, unit);
    if (this.lists.has("units")) this.put("units", unit);
  }

  /** One of the viewer's own ballots, in the round that it belongs to. */
  putBallot(ballot: Fields): void {
    const round = this.list("voteRounds").get(String(ballot["roundId"]));
    if (!round) return;
    const others = (round["viewerBallots"] as Fields[]).filter(({ id }) => id !== ballot["id"]);
    this.put("voteRounds", { ...round, viewerBallots: [...others, ballot] });
  }

  /** What stands differently here than it should, one line each. */
  differencesFrom(fresh: Picture): string[] {
    const [mine, theirs] = [this.settled, fresh.settled];
    return [...new Set([...mine.keys(), ...theirs.keys()])]
      .filter((key) => !isDeepStrictEqual(sorted(mine.get(key)), sorted(theirs.get(key))))
      .map(
        (key) => `${key} is ${JSON.stringify(mine.get(key))}, should be ${JSON.stringify(theirs.get(key))}`,
      );
  }
}

const withUnit = (value: unknown, unit: Thing): unknown => {
  if (Array.isArray(value)) return value.map((inner) => withUnit(inner, unit));
  if (typeof value !== "object" || value === null) return value;
  const { __typename, id } = value as Fields;
  if (__typename === unit["__typename"] && id === unit.id) return unit;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withUnit(inner, unit)]));
};

/** Lists of things stand by id: their order is the screen's. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
};

const LISTS = ["programme", "groups", "units", "voteRounds", "plenaryIdeas"];

export const ofGathering = (
  { viewer: _viewer, signs, turns, groupReady, cursor: _cursor, ...gathering }: Fields,
  people: readonly unknown[],
): Picture => {
  const picture = new Picture();
  for (const [name, value] of Object.entries(gathering))
    if (LISTS.includes(name)) for (const thing of value as Thing[]) picture.put(name, thing);
    else picture.values[name] = value;
  for (const person of people) picture.put("people", person);
  for (const sign of signs as Fields[]) picture.put("signs", sign, String(sign["participantId"]));
  for (const one of groupReady as Fields[]) picture.put("groupReady", one, String(one["groupId"]));
  for (const turn of turns as Fields[]) picture.put("turns", turn, String(turn["groupId"]));
  return picture;
};

export const ofBoard = ({ contributions, cursor: _cursor, ...board }: Fields): Picture => {
  const picture = new Picture();
  Object.assign(picture.values, board);
  for (const { node } of (contributions as { edges: { node: Thing }[] }).edges) picture.put("cards", node);
  return picture;
};

type Change = Fields & { readonly __typename: string };

/** Takes in one change of a frame, as a client does. */
export const apply = (picture: Picture, change: Change): void => {
  const way = ways[change.__typename];
  if (!way) throw new Error(`Nobody knows what to do with ${change.__typename}.`);
  way(picture, change);
};

const ways: Readonly<Record<string, (picture: Picture, change: Change) => void>> = {
  ContributionPut: (picture, { contribution }) => picture.put("cards", contribution),
  ContributionGone: (picture, { id }) => void picture.list("cards").delete(String(id)),
  BoardPut: ({ values }, { board }) => void Object.assign(values, board),
  GatheringPut: ({ values }, { gathering }) => void Object.assign(values, gathering),
  ProgrammeItemPut: (picture, { item }) => picture.put("programme", item),
  ProgrammeItemGone: (picture, { id }) => void picture.list("programme").delete(String(id)),
  GroupPut: (picture, { group }) => picture.put("groups", group),
  GroupGone: (picture, { id }) => void picture.list("groups").delete(String(id)),
  ParticipantPut: (picture, { participant }) => picture.put("people", participant),
  ParticipantGone: (picture, { id }) => void picture.list("people").delete(String(id)),
  UnitPut: (picture, { unit }) => picture.putUnit(unit as Thing),
  VoteRoundPut: (picture, { round }) => picture.put("voteRounds", round),
  VoteCountPut: (picture, { roundId, votedCount, voterCount }) => {
    const round = picture.list("voteRounds").get(String(roundId));
    if (round) picture.put("voteRounds", { ...round, votedCount, voterCount });
  },
  BallotPut: (picture, { ballot }) => picture.putBallot(ballot as Fields),
  SignPut: (picture, { sign }) => picture.put("signs", sign, String((sign as Fields)["participantId"])),
  SignCountPut: ({ values }, { count }) => void (values["signCount"] = count),
  GroupReadyPut: (picture, { group }) =>
    picture.put("groupReady", group, String((group as Fields)["groupId"])),
  PlenaryIdeaPut: (picture, { idea }) => picture.put("plenaryIdeas", idea),
  PlenaryIdeaGone: (picture, { id }) => void picture.list("plenaryIdeas").delete(String(id)),
  TurnPut: (picture, { turn }) => picture.put("turns", turn, String((turn as Fields)["groupId"])),
};

/** The changes that pictures take in. */
export const knownChanges: readonly string[] = Object.keys(ways);
