import { renderUnicodeCompact } from "uqr";
import { reachable } from "../kernel/reachable.js";
import type { App } from "../modules/context.js";
import { Gathering } from "../modules/gatherings/index.js";
import { GatheringState } from "../kernel/words.js";
import { leaderId, networkId } from "./network.js";

const LINK_HOURS = 24;

const line = (what: string, address: string): string => `  ${what.padEnd(14)}${address}`;

/** What somebody needs who has just started the demo: where to go, as whom. Null where the demo is not there. */
export const welcome = async ({ source, identity }: App, url: string): Promise<string | null> => {
  const find = (state: GatheringState): Promise<Gathering | null> =>
    source.manager.findOne(Gathering, { where: { networkId, state }, order: { startsAt: "DESC" } });
  const [live, archived] = [await find(GatheringState.LIVE), await find(GatheringState.ARCHIVED)];
  if (!live) return null;
  const { token } = await identity.createSignInLink(leaderId, LINK_HOURS);
  const join = `${reachable(url)}/j/${live.joinCode}`;
  return [
    "",
    line("Participants", `${url}/j/${live.joinCode}    (code ${live.joinCode})`),
    line("Leader", `${url}/inn/${token}    (works once; a new one at each start)`),
    line("Plenary", `${url}/g/${live.id}/plenary    (sign in as the leader first)`),
    ...(archived
      ? [line("Last spring", `${url}/g/${archived.id}/revisit    (sign in as the leader first)`)]
      : []),
    "",
    `  On a phone on the same net: ${join}`,
    "",
    renderUnicodeCompact(join, { border: 2 }),
    "",
  ].join("\n");
};
