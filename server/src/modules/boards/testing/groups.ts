import { newId } from "../../../kernel/ids.js";
import { ContributionKind } from "../../../kernel/words.js";
import type { Actor } from "../../../identity/actor.js";
import { arrive as arriveAt } from "../../../testing/arrive.js";
import { World, type Somebody } from "../../../testing/world.js";
import { Arena, Participant } from "../../gatherings/index.js";
import { makeGroups, presentGroup, readGroups, type GroupType } from "../../groups/index.js";
import { NetworkRole } from "../../networks/index.js";
import { postContribution } from "../commands/post-contribution.js";
import { groupBoards } from "../group-boards.js";
import type { App } from "../../context.js";

export const namesIn = (group: GroupType | undefined): string[] =>
  (group?.members ?? []).map(({ id }) => id).toSorted();

/** What tests of groups do with a hall, in the App that is running. */
export const groupTools = (app: () => App) => {
  /** A leader and as many participants as are asked for, turn about of the three units. */
  const inHall = async (count: number) => {
    const world = await World.create(app().source);
    const leader = await world.addMember(NetworkRole.LEADER);
    const people: Somebody[] = [];
    for (let i = 0; i < count; i++) people.push(await world.addParticipant(i % 3));
    return { world, leader, people };
  };

  const make = (world: World, who: Actor, arena: Arena, size = 3) =>
    makeGroups(app(), groupBoards, who, {
      clientMutationId: newId(),
      gatheringId: world.gathering.id,
      arena,
      size,
    });

  const groupsOf = async (world: World, arena: Arena): Promise<GroupType[]> =>
    (await readGroups(app().pool, world.gathering.id))
      .map((group) => presentGroup(group, { personId: "", mayLead: true }))
      .filter((group) => group.arena === arena);

  const post = async (who: Somebody, boardId: string): Promise<string> => {
    const { outcome } = await postContribution(app().commit, who.actor, {
      clientMutationId: newId(),
      boardId,
      kind: ContributionKind.IDEA,
      body: "Alle besøker én annen enhet før jul",
      fromAuthor: false,
    });
    if (!outcome.done) throw new Error(outcome.refusal.message);
    return outcome.value.contributionId;
  };

  const arrive = (world: World, after: Participant, before: Participant | null = null): Promise<unknown> =>
    arriveAt(app(), world, after, before);

  return { inHall, make, groupsOf, post, arrive };
};
