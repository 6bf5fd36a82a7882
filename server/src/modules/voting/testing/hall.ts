import { afterAll, beforeAll } from "vitest";
import { newId } from "../../../kernel/ids.js";
import { ContributionKind, type GatheringState } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import type { Outcome } from "../../../live/vocabulary.js";
import { arrive as arriveAt } from "../../../testing/arrive.js";
import { startTestApp, World, type Somebody, type TestApp } from "../../../testing/world.js";
import { Contribution } from "../../boards/index.js";
import { Gathering, Participant } from "../../gatherings/index.js";
import { NetworkRole } from "../../networks/index.js";
import { Ballot, type BallotChoice } from "../ballot.entity.js";
import { castBallot } from "../commands/cast-ballot.js";
import { closeRound, revealRound } from "../commands/end-round.js";
import { openRound, type OpenRound } from "../commands/open-round.js";
import { VoteRound } from "../vote-round.entity.js";
import { readRoundsFor } from "../vote-round.facts.js";
import { presentRound } from "../vote-round.presenter.js";
import type { VoteRoundType } from "../vote-round.type.js";

/** The app of the test file that imports this. */
export let test_: TestApp;
beforeAll(async () => {
  test_ = await startTestApp();
});
afterAll(() => test_.stop());

/** Four people at three devices, a leader, and three open ideas on one board. */
export const inHall = async () => {
  const world = await World.create(test_.app.source);
  const leader = await world.addMember(NetworkRole.LEADER);
  const [anna, bo, pair] = [
    await world.addParticipant(0),
    await world.addParticipant(1),
    await world.addParticipant(2, 2),
  ];
  const { board } = await world.addGroup(anna, bo, pair);
  const ideas: string[] = [];
  for (const body of ["Bytte timer", "Felles lesestund", "Besøk før jul"])
    ideas.push(await addIdea(anna, board.id, { content: { kind: ContributionKind.IDEA, body } }));
  return { world, leader, anna, bo, pair, board, ideas: ideas as [string, string, string] };
};
export type Hall = Awaited<ReturnType<typeof inHall>>;

export const addIdea = async (
  { participant }: Somebody,
  boardId: string,
  changes: Partial<Contribution> = {},
): Promise<string> => {
  const card: Contribution = {
    id: newId(),
    boardId,
    gatheringId: participant.gatheringId,
    itemId: null,
    kind: ContributionKind.IDEA,
    content: { kind: ContributionKind.IDEA, body: "En idé" },
    language: null,
    participantId: participant.id,
    unitId: participant.unitId,
    anonymous: false,
    silent: false,
    openedAt: null,
    withdrawnAt: null,
    hiddenReason: null,
    createdAt: new Date(),
    editedAt: null,
    revision: 1,
    ...changes,
  };
  await test_.app.source.manager.insert(Contribution, card);
  return card.id;
};

export const open = (
  { world, leader }: Pick<Hall, "world" | "leader">,
  changes: Partial<OpenRound> = {},
  actor: Actor = leader,
) =>
  openRound(test_.app.commit, actor, {
    clientMutationId: newId(),
    gatheringId: world.gathering.id,
    title: "Hva prøver vi?",
    budget: 3,
    maxPerIdea: 2,
    ...changes,
  });

export const opened = async (hall: Pick<Hall, "world" | "leader">, changes: Partial<OpenRound> = {}) => {
  const { outcome } = await open(hall, changes);
  if (!outcome.done) throw new Error(outcome.refusal.message);
  const place = outcome.value;
  const dots = (...choices: [string, number][]): BallotChoice[] =>
    choices.map(([ideaId, count]) => ({ ideaId, dots: count }));
  const cast = (who: Actor, choices: [string, number][], voter = 1, clientMutationId = newId()) =>
    castBallot(test_.app.commit, who, place, {
      clientMutationId,
      roundId: place.roundId,
      voter,
      choices: dots(...choices),
    });
  const end = (verb: typeof closeRound, actor: Actor = hall.leader) =>
    verb(test_.app.commit, actor, place, { clientMutationId: newId(), roundId: place.roundId });
  return {
    place,
    cast,
    close: (actor?: Actor) => end(closeRound, actor),
    reveal: (actor?: Actor) => end(revealRound, actor),
  };
};

export const roundAs = async (personId: string, gatheringId: string): Promise<VoteRoundType> => {
  const [fact] = await readRoundsFor(test_.app.pool, gatheringId, personId);
  if (!fact) throw new Error("no round");
  return presentRound(fact, { personId });
};
export const seenBy = ({ actor }: Somebody, { world }: Pick<Hall, "world">) =>
  roundAs(actor.personId, world.gathering.id);
export const setState = (world: World, state: GatheringState) =>
  world.alter(Gathering, world.gathering, { state });
export const refusalIn = async (
  committed: Promise<{ outcome: Outcome<unknown, unknown> }>,
): Promise<unknown> => {
  const { outcome } = await committed;
  return outcome.done ? "it stood" : outcome.refusal;
};

/** The two numbers that must be the same: what is counted under the lock, and what the ballots say. */
export const counted = async (roundId: string): Promise<{ stored: number; recounted: number }> => {
  const { votedCount } = await test_.app.source.manager.findOneByOrFail(VoteRound, { id: roundId });
  const ballots = await test_.app.source.manager.findBy(Ballot, { roundId });
  return { stored: votedCount, recounted: ballots.filter(({ choices }) => choices.length > 0).length };
};

export const arrive = (world: World, after: Participant, before: Participant | null): Promise<unknown> =>
  arriveAt(test_.app, world, after, before);
