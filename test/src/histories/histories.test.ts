import { isUnionType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract } from "../house/api.js";
import { type Founded, foundServer } from "../house/founded.js";
import { Hall, type People, type Somebody } from "../house/hall.js";
import { commands } from "./play.js";
import { tellHistory } from "./tell.js";
import { shrink } from "./shrink.js";
import { knownChanges } from "./picture.js";

/** Chosen by chance once; `npm run chaos -- --histories 200` draws others. */
const SEEDS = [3, 14, 159];
const LENGTH = 60;
/** Chance decides what stands; further histories try what has not. */
const MOST_FURTHER = 12;

let founded: Founded;
let people: People;
let stranger: Somebody;

beforeAll(async () => {
  founded = await foundServer();
  people = founded.people;
  stranger = (await Hall.open(people, "En annen samling")).author;
});
afterAll(() => founded?.stop());

/** What moves no stream that anybody follows here. */
const ELSEWHERE = [
  "addMember",
  "createDeviceLink",
  "createGathering",
  "createSignInLink",
  "redeemSignInLink",
  "signOut",
  "signalWriting",
];

it("draws every command of the API that changes a gathering or a board", () => {
  const all = Object.keys(contract.getMutationType()?.getFields() ?? {});
  expect([...Object.keys(commands), ...ELSEWHERE].toSorted()).toEqual(all.toSorted());
});

it("takes in every change of the API", () => {
  const changes = ["GatheringChange", "BoardChange"].flatMap((name) => {
    const union = contract.getType(name);
    return isUnionType(union) ? union.getTypes().map((type) => type.name) : [];
  });
  expect(knownChanges.toSorted()).toEqual([...new Set(changes)].toSorted());
});

/** Every command, and these as often as all others together: most stand only after something that others do. */
const halfOf = (wanted: readonly string[]): string[] => {
  const all = Object.keys(commands);
  const often = Math.ceil(all.length / wanted.length);
  return [...all, ...wanted.flatMap((command) => Array.from({ length: often }, () => command))];
};

describe(
  "[FEED5] an old picture and the changes since make the fresh one, for every audience",
  { timeout: 10 * 60_000 },
  () => {
    const stood = new Set<string>();
    const missing = (): string[] => Object.keys(commands).filter((command) => !stood.has(command));
    const tell = async (seed: number, length: number, among?: readonly string[]): Promise<void> => {
      const told = await tellHistory(people, stranger, seed, length, among);
      expect(told.failure).toBeNull();
      for (const command of told.stood.keys()) stood.add(command);
    };

    it.each(SEEDS)("in the history of seed %i", (seed) => tell(seed, LENGTH));

    it("and in these histories every command has stood", async () => {
      for (let seed = 1_000; missing().length > 0 && seed < 1_000 + MOST_FURTHER; seed++)
        await tell(seed, LENGTH / 2, halfOf(missing()));
      expect(missing()).toEqual([]);
    });
  },
);

it("shrinks a history to what its failure needs", async () => {
  const all = Array.from({ length: 40 }, (_, i) => i);
  const fails = (some: readonly number[]) => Promise.resolve(some.includes(7) && some.includes(31));
  expect(await shrink(all, fails, 200)).toEqual([7, 31]);
});
