import type { AttendanceHook } from "../context.js";
import { Sign } from "./sign.entity.js";
import { tellGroups } from "./told-groups.js";

/** Whoever is taken out has no hand up any more, and a device that is shared by more or fewer counts for as many. */
export const keepSigns: AttendanceHook = async (tx, attendee, before) => {
  if (!before) return;
  const sign = await tx.get(Sign, attendee.id);
  if (!sign) return;
  if (attendee.removedAt) tx.update(Sign, { ...sign, ready: false, handUpAt: null });
  else if (attendee.people !== before.people) {
    tx.touch(sign.gatheringId, ["signCount", sign.gatheringId]);
    await tellGroups(tx, sign);
  }
};
