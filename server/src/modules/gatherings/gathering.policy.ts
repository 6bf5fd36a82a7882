import { allow } from "../../kernel/policy.js";
import type { Standing } from "./standing.js";

const whoLeads = (who: Standing): boolean => who.mayLead;

export const maySeePeople = allow("gathering.people", whoLeads);
export const mayLeadGathering = allow("gathering.lead", whoLeads);
export const mayEditGathering = allow("gathering.edit", whoLeads);
export const mayEditProgramme = allow("programme.edit", whoLeads);
export const mayChangeState = allow("gathering.changeState", whoLeads);
export const mayEditParticipant = allow("participant.edit", whoLeads);
/** Of oneself, or as one who leads. */
export const maySetProfession = allow(
  "participant.setProfession",
  (who: Standing, whose: { readonly id: string }) => who.mayLead || who.participant?.id === whose.id,
);
export const mayMoveDevice = allow("participant.moveDevice", whoLeads);
export const mayRemoveParticipant = allow("participant.remove", whoLeads);
