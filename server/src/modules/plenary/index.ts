export { PlenaryIdea } from "./plenary-idea.entity.js";
export { plenaryShapes } from "./plenary.live.js";
export { plenaryIdeaPresenter } from "./plenary.presenter.js";
export { PlenaryIdeaGone, PlenaryIdeaPut } from "./plenary.type.js";
export { PlenaryResolver } from "./plenary.resolver.js";
