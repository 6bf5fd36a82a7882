import type { Presenter } from "../../live/presenter.js";
import { loadPlenaryIdeas, type PlenaryIdeaFact } from "./plenary.facts.js";
import { PlenaryIdeaGone, PlenaryIdeaPut, PlenaryIdeaType } from "./plenary.type.js";

export const presentPlenaryIdea = (fact: PlenaryIdeaFact): PlenaryIdeaType =>
  Object.assign(new PlenaryIdeaType(), fact);

/** The plenary is everybody's: the same for all. */
export const plenaryIdeaPresenter: Presenter<PlenaryIdeaFact, PlenaryIdeaPut | PlenaryIdeaGone> = {
  kind: "plenaryIdea",
  load: loadPlenaryIdeas,
  present: (id, fact) => [fact ? new PlenaryIdeaPut(presentPlenaryIdea(fact)) : new PlenaryIdeaGone(id)],
};
