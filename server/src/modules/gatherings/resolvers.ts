import { GatheringResolver } from "./gathering.resolver.js";
import { JoinResolver } from "./join.resolver.js";
import { LeadResolver } from "./lead.resolver.js";

export const gatheringResolvers = [GatheringResolver, JoinResolver, LeadResolver] as const;
