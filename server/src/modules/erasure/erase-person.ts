import { v5 } from "uuid";
import type { Queryable } from "../../database/pool.js";
import type { Actor } from "../../identity/actor.js";
import { badInput, notFound } from "../../kernel/errors.js";
import { isUuid } from "../../kernel/ids.js";
import type { App } from "../context.js";
import { eraseMembership } from "./commands/erase-membership.js";
import { type CardsOfErased, eraseParticipant } from "./commands/erase-participant.js";

export interface ErasePerson {
  readonly clientMutationId: string;
  /** The caller, everywhere. Exactly one of the three says whom: a mistake in a client must not erase its owner. */
  readonly myself: boolean;
  /** Whom an owner erases, as they know them. */
  readonly participantId?: string | null;
  readonly membershipId?: string | null;
  readonly cards: CardsOfErased;
}

interface Whom {
  readonly personId: string;
  /** The network within which an owner may erase; null for whoever erases themselves, everywhere. */
  readonly networkId: string | null;
}

const WHOM = `
  SELECT p.person_id AS "personId", g.network_id AS "networkId" FROM participant p JOIN gathering g ON g.id = p.gathering_id
  WHERE p.id = $1
  UNION ALL SELECT person_id, network_id FROM membership WHERE id = $2`;

const whomOf = async (db: Queryable, actor: Actor, input: ErasePerson): Promise<Whom> => {
  const { myself, participantId = null, membershipId = null } = input;
  const told = [myself, participantId !== null, membershipId !== null].filter(Boolean);
  if (told.length !== 1) throw badInput("Say whom to erase: yourself, a participant, or a member.");
  if (myself) return { personId: actor.personId, networkId: null };
  const ids = [participantId, membershipId].map((id) => (id !== null && isUuid(id) ? id : null));
  const { rows } = await db.query<{ personId: string; networkId: string }>(WHOM, ids);
  const [whom] = rows;
  if (!whom) throw notFound();
  return whom.personId === actor.personId ? { personId: actor.personId, networkId: null } : whom;
};

const participationsOf = async (db: Queryable, { personId, networkId }: Whom) => {
  const { rows } = await db.query<{ participantId: string; gatheringId: string }>(
    `SELECT p.id AS "participantId", p.gathering_id AS "gatheringId" FROM participant p JOIN gathering g ON g.id = p.gathering_id
     WHERE p.person_id = $1 AND ($2::uuid IS NULL OR g.network_id = $2) AND p.name <> '' ORDER BY p.id`,
    [personId, networkId],
  );
  return rows;
};

const networksOf = async (db: Queryable, { personId, networkId }: Whom): Promise<string[]> => {
  const { rows } = await db.query<{ networkId: string }>(
    `SELECT network_id AS "networkId" FROM membership
     WHERE person_id = $1 AND ($2::uuid IS NULL OR network_id = $2) ORDER BY network_id`,
    [personId, networkId],
  );
  return rows.map((row) => row.networkId);
};

/**
 * Takes a person's name out of everything: their memberships, every gathering they were at, and last the person, whose
 * sessions and sign-in links end. An owner does so within the network; the person goes with it where nothing of them is left
 * elsewhere. Each step may be repeated, so whatever breaks off is finished by sending the same again. Throws NOT_FOUND and
 * FORBIDDEN as any other command; the last owner of a network keeps everything from there on. Answers whether the person is gone.
 */
export const erasePerson = async (app: App, actor: Actor, input: ErasePerson): Promise<boolean> => {
  const { pool, commit, attendance } = app;
  const whom = await whomOf(pool, actor, input);
  const receiptFor = (id: string): string => v5(id, input.clientMutationId);
  // Memberships first: they say whether the network could do without this person.
  const own = { personId: whom.personId };
  const networks = await networksOf(pool, whom);
  const participations = await participationsOf(pool, whom);
  for (const networkId of networks)
    await eraseMembership(commit, actor, { ...own, networkId, receiptId: receiptFor(networkId) });
  for (const participation of participations) {
    const receiptId = receiptFor(participation.participantId);
    await eraseParticipant(commit, actor, attendance, { ...participation, receiptId, cards: input.cards });
  }
  const everywhere = { ...whom, networkId: null };
  const [named, member] = [await participationsOf(pool, everywhere), await networksOf(pool, everywhere)];
  if (named.length > 0 || member.length > 0) {
    // What they still follow as a member of this network ends with their sockets.
    await app.identity.revise(whom.personId);
    return false;
  }
  await app.identity.erase(whom.personId);
  return true;
};
