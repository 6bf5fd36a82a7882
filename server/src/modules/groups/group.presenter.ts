import type { Presenter, Viewer } from "../../live/presenter.js";
import { presentParticipant } from "../gatherings/index.js";
import { loadGroups, type GroupFact } from "./group.facts.js";
import { GroupGone, GroupPut, GroupType } from "./group.type.js";

const peopleIn = ({ members }: GroupFact): string[] => members.map(({ personId }) => personId);

/** Everybody sees how many sit there; who they are is for themselves and those who lead. */
export const presentGroup = (
  { id, arena, number, name, boardId, people, members }: GroupFact,
  { personId, mayLead }: Pick<Viewer, "personId" | "mayLead">,
): GroupType => {
  const sees = mayLead || members.some((member) => member.personId === personId);
  const shown = (sees ? members : []).map((member) => presentParticipant(member, member.unit));
  return Object.assign(new GroupType(), { id, arena, number, name, boardId, people, members: shown });
};

export const groupPresenter: Presenter<GroupFact, GroupPut | GroupGone> = {
  kind: "group",
  part: "GROUPS",
  load: loadGroups,
  insidersOf: peopleIn,
  present: (id, fact, viewer) => [fact ? new GroupPut(presentGroup(fact, viewer)) : new GroupGone(id)],
};
