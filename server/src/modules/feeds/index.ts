export { BoardFeedResolver } from "./board-feed.resolver.js";
