export { Network } from "./network.entity.js";
export { Unit, UnitKind } from "./unit.entity.js";
export { Membership, NetworkRole } from "./membership.entity.js";
