import { Session } from "@ordskifte/server/identity/session.entity";
import { hashToken, newToken } from "@ordskifte/server/identity/token";
import { newId } from "@ordskifte/server/kernel/ids";

const DAY_MS = 86_400_000;

/** A session for each of these people, to be stored at once, and the tokens to them in the same order. */
export const sessionsOf = (
  personIds: readonly string[],
  createdAt: Date,
): { tokens: string[]; sessions: Session[] } => {
  const tokens = personIds.map(() => newToken());
  const expiresAt = new Date(createdAt.getTime() + DAY_MS);
  const sessions = personIds.map((personId, i) => {
    const tokenHash = hashToken(tokens[i] as string);
    return { id: newId(), personId, tokenHash, createdAt, expiresAt, endedAt: null, revisedAt: null };
  });
  return { tokens, sessions };
};
