export { LeaderBar } from "./leader-bar.js";
export { MoveOffer } from "./move-offer.js";
export { SignBar } from "./sign-bar.js";
export { TurnBar } from "./turn-bar.js";
