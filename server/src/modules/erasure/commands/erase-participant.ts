import type { Actor } from "../../../identity/actor.js";
import { notFound } from "../../../kernel/errors.js";
import { demand } from "../../../kernel/policy.js";
import type { Commit } from "../../../live/commit.js";
import type { Tx } from "../../../live/tx.js";
import { done } from "../../../live/vocabulary.js";
import { Contribution, withoutWords } from "../../boards/index.js";
import type { AttendanceHook } from "../../context.js";
import { dismiss, Gathering, Participant } from "../../gatherings/index.js";
import { NetworkRole, standingInNetwork } from "../../networks/index.js";
import { mayErase, type Eraser } from "../erasure.policy.js";

/** What becomes of the cards of somebody who is erased. */
export enum CardsOfErased {
  /** Their words stay, and are nobody's. */
  ANONYMISE = "ANONYMISE",
  /** Their words go, too. */
  WITHDRAW = "WITHDRAW",
}

export interface EraseParticipant {
  /** One for each gathering, always the same for the same mutation. */
  readonly receiptId: string;
  readonly participantId: string;
  readonly gatheringId: string;
  readonly cards: CardsOfErased;
}

/** How the actor stands to somebody of a network. */
export const eraserIn = async (
  tx: Tx,
  actor: Actor,
  networkId: string,
  personId: string,
): Promise<Eraser> => {
  const { membership, maySee } = await standingInNetwork(tx, actor, networkId);
  const isSelf = actor.personId === personId;
  return { isSelf, isOwner: membership?.role === NetworkRole.OWNER, maySee: isSelf || maySee };
};

const withdrawn = (tx: Tx, card: Readonly<Contribution>): Contribution => ({
  ...card,
  content: withoutWords(card.content),
  hiddenReason: null,
  withdrawnAt: tx.now,
  revision: card.revision + 1,
});

/** A silent card was nobody's but theirs: it is not opened for having no author. */
const erased = (tx: Tx, card: Readonly<Contribution>, cards: CardsOfErased): Contribution =>
  cards === CardsOfErased.WITHDRAW || card.silent
    ? withdrawn(tx, card)
    : { ...card, anonymous: true, revision: card.revision + 1 };

const eraseCards = async (tx: Tx, { participantId, gatheringId, cards }: EraseParticipant): Promise<void> => {
  for (const card of await tx.find(Contribution, { gatheringId, participantId }))
    if (!card.withdrawnAt) tx.update(Contribution, erased(tx, card, cards));
};

const erase = async (
  tx: Tx,
  hooks: readonly AttendanceHook[],
  actor: Actor,
  input: EraseParticipant,
): Promise<void> => {
  const participant = await tx.get(Participant, input.participantId);
  const gathering = await tx.get(Gathering, input.gatheringId);
  if (!gathering || participant?.gatheringId !== gathering.id) throw notFound();
  demand(mayErase, await eraserIn(tx, actor, gathering.networkId, participant.personId), undefined);
  await dismiss(tx, hooks, gathering, participant);
  await eraseCards(tx, input);
  const left = (await tx.get(Participant, participant.id)) ?? participant;
  tx.update(Participant, { ...left, name: "", profession: null });
};

/**
 * Takes a person's name out of a gathering: they are removed from it, and their cards are nobody's or have no words. With
 * all its boards locked no card is written meanwhile. Ballots stay, as votes of nobody.
 */
export const eraseParticipant = (
  commit: Commit,
  actor: Actor,
  hooks: readonly AttendanceHook[],
  input: EraseParticipant,
): Promise<unknown> =>
  commit({
    streams: [input.gatheringId],
    wholeScope: true,
    command: "participant.erase",
    receipt: { personId: actor.personId, id: input.receiptId },
    input,
    work: async (tx) => {
      await erase(tx, hooks, actor, input);
      return done({ participantId: input.participantId });
    },
  });
