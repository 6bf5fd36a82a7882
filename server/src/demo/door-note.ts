import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { App } from "../modules/context.js";
import { Gathering } from "../modules/gatherings/index.js";
import { GatheringState } from "../kernel/words.js";
import { networkId } from "./network.js";

const noteIn = (dataDir: string): string => join(dataDir, "demo-join-code");

/** Notes the join code of the demo's live gathering beside the data, for programs on this machine that want to come in. */
export const noteDoor = async ({ source }: App, dataDir: string): Promise<void> => {
  const live = await source.manager.findOneBy(Gathering, { networkId, state: GatheringState.LIVE });
  if (live) await writeFile(noteIn(dataDir), `${live.joinCode}\n`);
};

/** The noted code, or null where no demo has run on this data. */
export const notedDoor = (dataDir: string): Promise<string | null> =>
  readFile(noteIn(dataDir), "utf8").then(
    (code) => code.trim(),
    () => null,
  );
