import type { Socket } from "node:net";
import { openLine, Planned, type Line, type Moment } from "./line.js";

/** A line to Postgres that can be cut at a chosen moment. */
export interface CuttingProxy extends Line {
  /** Cuts the connection that next says `phrase`. */
  cut(when: Moment["when"], phrase: string): void;
  /** How many connections were cut so far. */
  readonly cuts: () => number;
}

export const createCuttingProxy = async (url: string): Promise<CuttingProxy> => {
  const planned = new Planned();
  let cuts = 0;

  const join = (near: Socket, far: Socket): void => {
    let answerIsLost = false;
    const end = (): void => void (near.destroy(), far.destroy());
    const sever = (): void => {
      cuts += 1;
      end();
    };
    near.on("close", end);
    far.on("close", end);
    near.on("data", (chunk: Buffer) => {
      const moment = planned.comesWith(chunk);
      if (moment?.when === "before") return sever();
      answerIsLost = moment !== null;
      far.write(chunk);
    });
    far.on("data", (chunk: Buffer) => (answerIsLost ? sever() : near.write(chunk)));
  };

  const line = await openLine(url, join);
  return { ...line, cut: (when, phrase) => planned.plan(when, phrase), cuts: () => cuts };
};
