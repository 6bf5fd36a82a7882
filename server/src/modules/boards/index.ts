export { Board } from "./board.entity.js";
export { Contribution, Lens, type Content } from "./contribution.entity.js";
export { ContributionLink, LinkKind } from "./contribution-link.entity.js";
