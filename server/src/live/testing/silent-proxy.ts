import type { Socket } from "node:net";
import { openLine, Planned, type Line, type Moment } from "./line.js";

/** A line to Postgres on which, from a chosen moment on, nothing passes any more, and nobody is told. */
export interface SilentProxy extends Line {
  /** Silences the connection that next says `phrase`. */
  silence(when: Moment["when"], phrase: string): void;
  /** How many connections have fallen silent so far. */
  readonly silenced: () => number;
}

export const createSilentProxy = async (url: string): Promise<SilentProxy> => {
  const planned = new Planned();
  let count = 0;

  const join = (near: Socket, far: Socket): void => {
    let isSilent = false;
    // On a silent line neither side hears that the other has gone.
    near.on("close", () => isSilent || far.destroy());
    far.on("close", () => isSilent || near.destroy());
    near.on("data", (chunk: Buffer) => {
      if (isSilent) return;
      const moment = planned.comesWith(chunk);
      if (moment) [isSilent, count] = [true, count + 1];
      if (moment?.when !== "before") far.write(chunk);
    });
    far.on("data", (chunk: Buffer) => isSilent || near.write(chunk));
  };

  const line = await openLine(url, join);
  return { ...line, silence: (when, phrase) => planned.plan(when, phrase), silenced: () => count };
};
