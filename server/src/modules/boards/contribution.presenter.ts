import { ContributionKind } from "../../kernel/words.js";
import type { Presenter, Viewer } from "../../live/presenter.js";
import { presentParticipant } from "../gatherings/index.js";
import { presentUnit, type Unit } from "../networks/index.js";
import { ContributionGone, ContributionPut } from "./board-change.type.js";
import type { ContributionFact } from "./contribution.facts.js";
import { contributionKind, loadContributions } from "./contribution.facts.js";
import { LinkKind } from "./contribution-link.entity.js";
import { newCard, Visibility, type Card } from "./contribution.type.js";

/** What a viewer makes of a card: sees it, knows that it is gone, or never knew of it. */
type Sight = { seen: true; card: Card } | { seen: false; known: boolean };

const isMine = (fact: ContributionFact, viewer: Viewer): boolean => fact.personId === viewer.personId;

const visibilityOf = (fact: ContributionFact): Visibility => {
  if (fact.hiddenReason !== null) return Visibility.HIDDEN;
  return fact.silent ? Visibility.ONLY_ME : Visibility.OPEN;
};

const mergedInto = (fact: ContributionFact): string | null =>
  fact.links.find(({ kind }) => kind === LinkKind.MERGED_INTO)?.toId ?? null;

const ofKind = (fact: ContributionFact): object =>
  fact.kind === ContributionKind.IDEA ? { mergedIntoId: mergedInto(fact) } : {};

const authorOf = (fact: ContributionFact): object =>
  fact.anonymous
    ? { author: null, unit: null }
    : {
        author: presentParticipant(fact.author, fact.author.unit as Unit),
        unit: presentUnit(fact.unit as Unit),
      };

const toCard = (fact: ContributionFact, viewer: Viewer): Card => {
  const { id, kind, boardId, itemId, language, anonymous, hiddenReason, createdAt, editedAt, revision } =
    fact;
  const shared = {
    id,
    kind,
    boardId,
    itemId,
    language,
    anonymous,
    hiddenReason,
    createdAt,
    editedAt,
    revision,
    links: fact.links,
  };
  const own = { isMine: isMine(fact, viewer), visibility: visibilityOf(fact) };
  return Object.assign(newCard(kind), {
    ...fact.content,
    ...ofKind(fact),
    ...authorOf(fact),
    ...shared,
    ...own,
  });
};

/** Silent cards are nobody's but the author's; hidden ones are for the author and the leaders; withdrawn ones for nobody. */
const sightOf = (fact: ContributionFact, viewer: Viewer): Sight => {
  const mine = isMine(fact, viewer);
  if (fact.silent && !mine) return { seen: false, known: fact.openedAt !== null };
  if (fact.withdrawnAt) return { seen: false, known: true };
  if (fact.hiddenReason !== null && !mine && !viewer.mayLead) return { seen: false, known: true };
  return { seen: true, card: toCard(fact, viewer) };
};

/** The card as this viewer sees it, or null. */
export const presentContribution = (fact: ContributionFact, viewer: Viewer): Card | null => {
  const sight = sightOf(fact, viewer);
  return sight.seen ? sight.card : null;
};

export const contributionPresenter: Presenter<ContributionFact, ContributionPut | ContributionGone> = {
  ...contributionKind,
  load: loadContributions,
  ownersOf: (fact) => [fact.personId],
  present: (id, fact, viewer) => {
    if (!fact) return [new ContributionGone(id)];
    const sight = sightOf(fact, viewer);
    if (sight.seen) return [new ContributionPut(sight.card)];
    return sight.known ? [new ContributionGone(id)] : [];
  },
};
