export { Network } from "./network.entity.js";
export { Unit, UnitKind } from "./unit.entity.js";
export { UnitType, presentUnit } from "./unit.type.js";
export { Membership, NetworkRole } from "./membership.entity.js";
export {
  NetworkResult,
  NetworkType,
  NetworkWritten,
  networkWritten,
  presentNetwork,
} from "./network.type.js";
export { AddUnitInput, NewUnitInput, SetUnitKindInput } from "./network.inputs.js";
export { insertUnit, readNewUnit, type NewUnit } from "./commands/new-unit.js";
export { leads, standingInNetwork, type NetworkStanding } from "./standing.js";
export { mayAddUnit, mayCreateGathering, maySetUnitKind } from "./network.policy.js";
export { networkShapes } from "./network.live.js";
export { loadUnits, readNetwork, readUnits } from "./network.reads.js";
export { networkResolvers } from "./network.resolver.js";
