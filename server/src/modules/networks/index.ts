export { Network } from "./network.entity.js";
export { Unit, UnitKind } from "./unit.entity.js";
export { UnitType, presentUnit } from "./unit.type.js";
export { Membership, NetworkRole } from "./membership.entity.js";
export { networkShapes } from "./network.live.js";
