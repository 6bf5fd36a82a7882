import type { BoardCard } from "./board-card.js";
import type { Task } from "./board-context.js";
import type { RootKind } from "./invites.js";
import { writeTaskOf } from "./resend.js";
import { isFormWords } from "./words.js";

/** A text on this device that was begun and neither sent nor thrown away. */
export interface Begun {
  /** The draft's name; see `useDraft`. */
  readonly key: string;
  readonly words: string;
  readonly task: Task;
}

type Cards = ReadonlyMap<string, BoardCard>;

/** What a draft's name and value say; null where it holds no words, or where what it was written to is not there. */
export function begunIn(boardId: string, cards: Cards, key: string, value: unknown): Begun | null {
  const [board, kind = "", cardId = ""] = key.split(".");
  const words = wordsIn(value);
  if (board !== boardId || !words || (cardId && !cards.has(cardId))) return null;
  const task = taskOf(kind, cards.get(cardId) ?? null, cards);
  return task && { key, words, task };
}

const ROOT_KINDS: readonly RootKind[] = ["PRACTICE_EXAMPLE", "IDEA", "REFLECTION", "THEORY_INPUT"];

function taskOf(kind: string, card: BoardCard | null, cards: Cards): Task | null {
  if (kind === "edit") return card?.isMine ? { kind, card } : null;
  // Named after a card of its own kind: that card was not sent, and is written on.
  if (card?.kind === kind) return isUnsent(card) ? writeTaskOf(card, cards) : null;
  const root = ROOT_KINDS.find((known) => known === kind);
  if (root) return { kind: "write", what: root, to: card };
  const isReply = kind === "CHALLENGE" || kind === "ANSWER" || kind === "TAKEAWAY";
  return card && isReply ? { kind: "write", what: kind, to: card } : null;
}

function isUnsent({ delivery }: BoardCard): boolean {
  return delivery !== null && delivery.kind !== "saved";
}

function wordsIn(value: unknown): string {
  const held = typeof value === "object" && value !== null && "words" in value ? value.words : value;
  if (!isFormWords(held)) return "";
  return held.title.trim() || held.body.trim() || held.challengeUsOn.trim();
}
