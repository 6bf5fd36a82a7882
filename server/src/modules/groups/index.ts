export { Group } from "./group.entity.js";
export { Seat } from "./seat.entity.js";
