import { DeviceLinkResolver } from "./device-link.resolver.js";
import { GatheringResolver } from "./gathering.resolver.js";
import { JoinResolver } from "./join.resolver.js";
import { LeadResolver } from "./lead.resolver.js";
import { NetworkGatheringsResolver, NetworkWrittenResolver } from "./network-gatherings.resolver.js";
import { PlanningResolver } from "./planning.resolver.js";
import { ProfessionResolver } from "./profession.resolver.js";
import { ProgrammeResolver } from "./programme.resolver.js";
import { TemplateResolver } from "./templates/template.resolver.js";
import { ViewerGatheringsResolver } from "./viewer-gatherings.resolver.js";

export const gatheringResolvers = [
  GatheringResolver,
  DeviceLinkResolver,
  JoinResolver,
  LeadResolver,
  PlanningResolver,
  ProfessionResolver,
  ProgrammeResolver,
  TemplateResolver,
  NetworkGatheringsResolver,
  NetworkWrittenResolver,
  ViewerGatheringsResolver,
] as const;
