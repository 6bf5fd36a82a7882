import { onOwnServer } from "../histories/many.js";
import { deafen, MOST_HELD } from "./deaf-sockets.js";
import { removeMany } from "./removals.js";

const [SOCKETS, CARDS, REMOVALS] = [50, 5_000, 1_000];

/** What the tests do with fewer, in full; answers whether all was as it should be. */
export const tryHard = (say: (line: string) => void): Promise<boolean> =>
  onOwnServer(async (people) => {
    const { mostHeld, heldBack, missed } = await deafen(people, SOCKETS, CARDS);
    say(`sockets that stopped reading: ${heldBack} of ${SOCKETS}, during ${CARDS} changes`);
    say(`most bytes held back for one: ${mostHeld}; changes that a reader never got: ${missed}`);
    const faults = await removeMany(people, REMOVALS);
    say([`removals: ${REMOVALS}, faults: ${faults.length}`, ...faults.slice(0, 20)].join("\n"));
    return missed === 0 && heldBack === SOCKETS && mostHeld <= MOST_HELD && faults.length === 0;
  });
