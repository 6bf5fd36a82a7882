import { Outdated } from "../../../kernel/refusals.js";
import type { Actor } from "../../../identity/actor.js";
import type { Commit, Committed } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done, refused, type Outcome } from "../../../live/vocabulary.js";
import { beginPhase, Gathering, Phase, ProgrammeItem } from "../../gatherings/index.js";
import { ContributionLink } from "../contribution-link.entity.js";
import { Contribution } from "../contribution.entity.js";
import { itemToOpen, type OpenWriting } from "./open-writing.js";
import { tellGathering } from "./writing.js";

type Card = Readonly<Contribution>;

interface WritingClosed {
  readonly gatheringId: string;
  readonly itemId: string;
}

/** Whether somebody has written to one of the cards, taken it home or merged it: then it has been read. */
const areWrittenTo = async (tx: Tx, cards: readonly Card[]): Promise<boolean> => {
  const boards = [...new Set(cards.map(({ boardId }) => boardId))];
  const links = await Promise.all(boards.map((boardId) => tx.find(ContributionLink, { boardId })));
  const targets = new Set(links.flat().map(({ toId }) => toId));
  return cards.some(({ id }) => targets.has(id));
};

const closeCard = (tx: Tx, card: Card): void => {
  tx.update(Contribution, { ...card, silent: true, revision: card.revision + 1 });
  tellGathering(tx, card);
};

/** Those who are still at the item write alone again. */
const backToWriting = async (tx: Tx, { id, gatheringId }: Readonly<ProgrammeItem>): Promise<void> => {
  const gathering = await tx.get(Gathering, gatheringId);
  if (gathering?.currentItemId === id) beginPhase(tx, gathering, Phase.INDIVIDUAL);
};

const close = async (
  tx: Tx,
  actor: Actor,
  gatheringId: string,
  itemId: string,
): Promise<Outcome<WritingClosed, Outdated>> => {
  const item = await itemToOpen(tx, actor, gatheringId, itemId);
  const written = await tx.find(Contribution, { itemId });
  const cards = written.filter(({ silent, openedAt }) => !silent && openedAt !== null);
  if (!item.openedAt || (await areWrittenTo(tx, cards))) return refused(new Outdated());
  tx.update(ProgrammeItem, { ...item, openedAt: null });
  for (const card of cards) closeCard(tx, card);
  await backToWriting(tx, item);
  return done({ gatheringId, itemId });
};

/**
 * Takes an opening back: what was written in silence is its author's again, and the others hear that it is gone. What
 * was written after the opening was never silent, and stays. Refused once somebody has written to one of the cards.
 */
export const closeWriting = (
  commit: Commit,
  actor: Actor,
  gatheringId: string,
  input: OpenWriting,
): Promise<Committed<WritingClosed, Outdated>> =>
  commit({
    streams: [gatheringId],
    wholeScope: true,
    command: "item.closeWriting",
    receipt: { personId: actor.personId, id: input.clientMutationId },
    input,
    work: (tx) => close(tx, actor, gatheringId, input.itemId),
  });
