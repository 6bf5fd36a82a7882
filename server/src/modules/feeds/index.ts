export { BoardFeedResolver } from "./board-feed.resolver.js";
export { GatheringFeedResolver } from "./gathering-feed.resolver.js";
export { PulseFeedResolver } from "./pulse-feed.resolver.js";
