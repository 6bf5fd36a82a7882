export { BoardFeedResolver } from "./board-feed.resolver.js";
export { GatheringFeedResolver } from "./gathering-feed.resolver.js";
