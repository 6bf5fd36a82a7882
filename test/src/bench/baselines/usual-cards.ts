import { randomUUID } from "node:crypto";
import { saturate } from "../rig/answers.js";
import { toCard } from "./usual-resolver.js";
import { topics, type Card } from "./usual-types.js";

export interface Saturation {
  readonly boardId: string;
  readonly body: string;
  readonly forMs: number;
}

export const cardOf = ({ boardId, body }: Saturation): Card =>
  toCard({
    id: randomUUID(),
    boardId,
    kind: "REFLECTION",
    body,
    authorName: "Deltaker 1",
    unitName: "Skarvfjord skole",
    createdAt: new Date(),
  });

/** Cards as fast as the sockets take them, to whoever subscribes to the board; answers how many. */
export const publishCards = (given: Saturation): Promise<number> =>
  saturate(() => topics.publish("card", given.boardId, cardOf(given)), given.forMs);
