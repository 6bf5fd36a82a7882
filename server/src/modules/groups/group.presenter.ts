import type { Presenter } from "../../live/presenter.js";
import { presentParticipant } from "../gatherings/index.js";
import { loadGroups, type GroupFact } from "./group.facts.js";
import { GroupGone, GroupPut, GroupType } from "./group.type.js";

/** A group as everybody at the gathering sees it. */
export const presentGroup = ({ id, arena, number, name, boardId, members }: GroupFact): GroupType => {
  const shown = members.map((member) => presentParticipant(member, member.unit));
  return Object.assign(new GroupType(), { id, arena, number, name, boardId, members: shown });
};

export const groupPresenter: Presenter<GroupFact, GroupPut | GroupGone> = {
  kind: "group",
  part: "GROUPS",
  load: loadGroups,
  present: (id, fact) => [fact ? new GroupPut(presentGroup(fact)) : new GroupGone(id)],
};
