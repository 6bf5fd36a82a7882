import { type Hosts, itemFields, planGathering } from "../house/hall.js";

/** A gathering with nobody in it: its address, and what the leader does when the newcomer is there. */
export async function firstTime(hosts: Hosts, url: string): Promise<[string, () => Promise<void>]> {
  const { id: gatheringId, code } = await planGathering(hosts, "Første gang");
  const { api } = hosts.leader;
  const seated = async (): Promise<void> => {
    await api.act("changeState", { gatheringId, to: "LIVE" });
    await api.act("makeGroups", { gatheringId, arena: "CROSS", size: 3 });
    const item = itemFields({ title: "Praksiseksempler", invites: ["PRACTICE_EXAMPLE"] });
    const selection = "... on GatheringWritten { item { id } }";
    const added = await api.act<{ item: { id: string } }>("addItem", { gatheringId, item }, selection);
    await api.act("goToItem", { gatheringId, itemId: added.item.id });
  };
  return [`${url}/j/${code}`, seated];
}
