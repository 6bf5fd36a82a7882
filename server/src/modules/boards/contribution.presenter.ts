import type { Presenter, Viewer } from "../../live/presenter.js";
import { presentParticipant } from "../gatherings/index.js";
import { presentUnit, type Unit } from "../networks/index.js";
import { ContributionGone, ContributionPut } from "./board-change.type.js";
import type { ContributionFact } from "./contribution.facts.js";
import { contributionKind, loadContributions } from "./contribution.facts.js";
import { LinkKind } from "./contribution-link.entity.js";
import { type Card, IdeaCard, newCard, Visibility } from "./contribution.type.js";

/** What a viewer makes of a card: sees it, knows that it is gone, or never knew of it. */
type Sight = { seen: true; card: Card } | { seen: false; known: boolean };

const isMine = (fact: ContributionFact, viewer: Viewer): boolean => fact.personId === viewer.personId;

const visibilityOf = (fact: ContributionFact): Visibility => {
  if (fact.hiddenReason !== null) return Visibility.HIDDEN;
  return fact.silent ? Visibility.ONLY_ME : Visibility.OPEN;
};

const mergedInto = (fact: ContributionFact): string | null =>
  fact.links.find(({ kind }) => kind === LinkKind.MERGED_INTO)?.toId ?? null;

/** One property after the other: a card is made for each audience of each change, and copying objects took most of it. */
const toCard = (fact: ContributionFact, viewer: Viewer): Card => {
  const card = newCard(fact.kind);
  Object.assign(card, fact.content);
  if (card instanceof IdeaCard) card.mergedIntoId = mergedInto(fact);
  card.id = fact.id;
  card.kind = fact.kind;
  card.boardId = fact.boardId;
  card.itemId = fact.itemId;
  card.language = fact.language;
  card.author = fact.anonymous ? null : presentParticipant(fact.author, fact.author.unit as Unit);
  card.unit = fact.anonymous ? null : presentUnit(fact.unit as Unit);
  card.anonymous = fact.anonymous;
  card.isMine = isMine(fact, viewer);
  card.visibility = visibilityOf(fact);
  card.hiddenReason = fact.hiddenReason;
  card.links = fact.links;
  card.createdAt = fact.createdAt;
  card.editedAt = fact.editedAt;
  card.revision = fact.revision;
  return card;
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
