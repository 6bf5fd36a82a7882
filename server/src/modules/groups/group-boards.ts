import type { Tx } from "../../live/tx.js";
import type { Group } from "./group.entity.js";

/** What this module needs of the boards that its groups write on; they know groups, not the other way around. */
export interface GroupBoards {
  /** Opens the board that the group names, with a stream of its own. */
  open(tx: Tx, group: Readonly<Group>): void;
  /** Whether nothing was ever written on it and nobody is being shown it. */
  isUnused(tx: Tx, boardId: string): Promise<boolean>;
  /** Takes an unused board away. */
  close(tx: Tx, boardId: string): Promise<void>;
}
