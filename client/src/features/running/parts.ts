import { LeaderBar } from "./leader-bar.js";
import { MoveOffer } from "./move-offer.js";
import { SignBar } from "./sign-bar.js";
import { TurnBar } from "./turn-bar.js";

/** What is fetched together, after the picture. */
const parts = { LeaderBar, MoveOffer, SignBar, TurnBar };
export default parts;
