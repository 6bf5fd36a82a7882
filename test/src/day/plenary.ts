import {
  CastBallotDocument,
  CastTableBallotsDocument,
  CloseRoundDocument,
  MergeIdeasDocument,
  OpenRoundDocument,
  RevealRoundDocument,
  SetIdeasPerGroupDocument,
  SimilarIdeasDocument,
  UnmergeIdeaDocument,
  type VoteRoundFieldsFragment,
} from "@ordskifte/schema";
import { pick, shuffled } from "../chaos/random.js";
import { findIdeas } from "./across-units.js";
import type { Day } from "./day.js";
import type { Guest } from "./guest.js";

const IDEAS_A_GROUP = 2;
const DOTS = 3;
const MOST_ON_ONE = 2;
/** How often each changes their mind. */
const BALLOTS_EACH = 3;

/** Groups send their ideas; two that say the same become one, and come apart, and become one again. */
export const gather = async (day: Day): Promise<void> => {
  const { leader, gatheringId } = day;
  await leader.device.act(SetIdeasPerGroupDocument, { gatheringId, limit: IDEAS_A_GROUP });
  await findIdeas(day, IDEAS_A_GROUP);
  await leader.project("IDEAS");
  const gathered = day.tables.reduce((sum, table) => sum + Math.min(IDEAS_A_GROUP, table.length), 0);
  await day.all((guest) =>
    guest.device.until("sees all ideas", () => guest.picture.plenaryIdeas.length === gathered),
  );
  const { gathering } = await leader.device.ask(SimilarIdeasDocument, { id: gatheringId });
  const pair = gathering.similarIdeas?.pairs[0];
  if (!pair) throw new Error("No two ideas are alike, though many of them are the same.");
  const [intoId, fromId] = [pair.ideaId, pair.otherId];
  await leader.device.act(MergeIdeasDocument, { intoId, fromIds: [fromId] });
  await leader.device.act(UnmergeIdeaDocument, { contributionId: fromId });
  await leader.device.act(MergeIdeasDocument, { intoId, fromIds: [fromId] });
  const isMerged = ({ picture }: Guest): boolean =>
    picture.plenaryIdeas.find(({ id }) => id === fromId)?.mergedIntoId === intoId;
  await day.all((guest) => guest.device.until("sees the merged idea", () => isMerged(guest)));
  await day.at("gather");
};

/** All vote three times in a burst; the leader closes when all are in, and reveals. Answers the round. */
export const vote = async (day: Day): Promise<VoteRoundFieldsFragment> => {
  const { leader, weather, gatheringId } = day;
  const { id, minutes } = await leader.next("VOTE");
  const opened = await leader.device.act(OpenRoundDocument, {
    gatheringId,
    title: "Hva vil vi prøve?",
    budget: DOTS,
    maxPerIdea: MOST_ON_ONE,
    ideaIds: null,
    per: "PERSON",
  });
  const roundId = opened.round?.id ?? "";
  await leader.project("VOTE", { roundId });
  await weather.during(minutes, async () => {
    await day.all(async (guest) => {
      await guest.isAt(id);
      await guest.device.until("sees the round", () => roundOf(guest, roundId)?.state === "OPEN");
      for (let i = 0; i < BALLOTS_EACH; i++) await cast(day, guest, roundId);
    });
    await day.all((guest) =>
      guest.device.until("has a ballot for each", () => ballotsOf(guest, roundId) === guest.who.people),
    );
    await leader.device.until("sees all ballots", () => roundOf(leader, roundId)?.votedCount === day.people);
    await day.at("vote");
  });
  await leader.device.act(CloseRoundDocument, { roundId });
  await tooLate(day, roundId);
  const { round } = await leader.device.act(RevealRoundDocument, { roundId });
  await leader.project("REVEAL", { roundId });
  await day.all((guest) =>
    guest.device.until("sees the result", () => (roundOf(guest, roundId)?.results ?? null) !== null),
  );
  await day.at("reveal");
  if (!round) throw new Error("The revealed round did not come back.");
  return round;
};

const roundOf = ({ picture }: Pick<Guest, "picture">, roundId: string) =>
  picture.voteRounds.find(({ id }) => id === roundId);

/** How many ballots a device shows that it has cast. */
const ballotsOf = (guest: Guest, roundId: string): number =>
  roundOf(guest, roundId)?.viewerBallots.filter(({ choices }) => choices.length > 0).length ?? 0;

const cast = async (day: Day, guest: Guest, roundId: string): Promise<void> => {
  const { people } = guest.who;
  const candidates = roundOf(guest, roundId)?.candidates ?? [];
  const choices = spread(day.random, candidates, DOTS * people, MOST_ON_ONE);
  if (people === 1) await guest.device.act(CastBallotDocument, { roundId, choices, voter: 1 });
  else await guest.device.act(CastTableBallotsDocument, { roundId, choices });
};

/** So many dots on ideas drawn by lot, never too many on one. */
const spread = (
  random: () => number,
  candidates: readonly { readonly ideaId: string }[],
  dots: number,
  most: number,
): { ideaId: string; dots: number }[] => {
  const choices: { ideaId: string; dots: number }[] = [];
  let left = dots;
  for (const { ideaId } of shuffled(random, candidates)) {
    const here = Math.min(left, pick(random, [1, most]));
    if (here > 0) choices.push({ ideaId, dots: here });
    left -= here;
  }
  return choices;
};

/** Whoever votes after the end is told so, and nothing is counted. */
const tooLate = async (day: Day, roundId: string): Promise<void> => {
  const [late] = day.guests as [Guest];
  const answer = await late.device.attempt(CastBallotDocument, { roundId, choices: [], voter: 1 });
  if (answer.__typename !== "RoundClosed")
    throw new Error(`A late ballot was answered ${answer.__typename}.`);
};
