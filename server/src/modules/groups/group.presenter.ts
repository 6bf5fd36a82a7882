import type { Presenter, Viewer } from "../../live/presenter.js";
import { presentParticipant } from "../gatherings/index.js";
import { loadGroups, type GroupFact } from "./group.facts.js";
import { GroupGone, GroupPut, GroupType } from "./group.type.js";

const peopleIn = ({ members }: GroupFact): string[] => members.map(({ personId }) => personId);

/** In the order that was drawn; who came later speaks after them. */
const inTurn = ({ members, turnOrder }: GroupFact): GroupFact["members"] => {
  const placeOf = ({ id }: { id: string }): number => {
    const place = turnOrder.indexOf(id);
    return place < 0 ? turnOrder.length : place;
  };
  return members.toSorted((a, b) => placeOf(a) - placeOf(b));
};

/** Where the secretary has left, the one who speaks last takes over. */
const secretaryIn = (members: GroupFact["members"], { secretaryId }: GroupFact): string | null =>
  members.some(({ id }) => id === secretaryId) ? secretaryId : (members.at(-1)?.id ?? null);

/** Everybody sees how many sit there; who they are is for themselves and those who lead. */
export const presentGroup = (
  fact: GroupFact,
  { personId, mayLead }: Pick<Viewer, "personId" | "mayLead">,
): GroupType => {
  const { id, arena, number, name, boardId, people, round, formerPersonIds } = fact;
  const sees = mayLead || fact.members.some((member) => member.personId === personId);
  const members = sees ? inTurn(fact) : [];
  return Object.assign(new GroupType(), {
    ...{ id, arena, number, name, boardId, people, round },
    secretaryId: secretaryIn(members, fact),
    satHere: formerPersonIds.includes(personId),
    members: members.map((member) => presentParticipant(member, member.unit)),
  });
};

export const groupPresenter: Presenter<GroupFact, GroupPut | GroupGone> = {
  kind: "group",
  part: "GROUPS",
  load: loadGroups,
  insidersOf: peopleIn,
  // Whoever sat there is told so, and nobody else is.
  ownersOf: ({ formerPersonIds }) => formerPersonIds,
  present: (id, fact, viewer) => [fact ? new GroupPut(presentGroup(fact, viewer)) : new GroupGone(id)],
};
