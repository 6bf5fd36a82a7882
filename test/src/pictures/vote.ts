import { randomUUID } from "node:crypto";
import { Api } from "../house/api.js";
import type { Hosts } from "../house/hall.js";

const IDEAS = [
  "Lesevenner på tvers av trinn, faste par hele året",
  "Utviklingssamtale med eleven i førersetet",
  "Felles observasjonsskjema for barnehage og skole",
  "Foreldremøte som lekekveld",
  "Tverrfaglig planleggingsdag sammen med PPT",
];

const VOTERS = ["Berit", "Cato", "Dagny", "Even", "Frøydis", "Geir", "Hilde", "Ivar", "Janne", "Knut"];

/** A round on ideas that the groups have sent to the plenary. */
export interface Vote {
  readonly roundId: string;
  readonly ideaIds: readonly string[];
}

/** Posts ideas on a group's board, opens a round on them, and lets some of the hall vote. */
export async function holdVote(hosts: Hosts, gatheringId: string, code: string): Promise<Vote> {
  const lead = hosts.leader.api;
  const query = "query ($id: ID!) { gathering(id: $id) { groups { boardId } } }";
  const { groups } = await lead.read<{ groups: { boardId: string }[] }>(query, { id: gatheringId });
  const ideaIds: string[] = [];
  for (const [index, body] of IDEAS.entries()) {
    const id = randomUUID();
    const boardId = groups[index % groups.length]?.boardId;
    const card = { clientMutationId: id, boardId, kind: "IDEA", body, language: "NB" };
    await lead.act("postContribution", card);
    await lead.act("sendToPlenary", { contributionId: id });
    ideaIds.push(id);
  }
  const round = { gatheringId, title: "Hva vil vi prøve sammen til våren?", budget: 3, maxPerIdea: 2 };
  const selection = "... on GatheringWritten { round { id } }";
  const opened = await lead.act<{ round: { id: string } }>("openRound", { ...round, ideaIds }, selection);
  const roundId = opened.round.id;
  for (const [index, name] of VOTERS.entries()) {
    const voter = await joined(hosts, code, name, index);
    await voter.act("castBallot", { roundId, choices: choicesOf(index, ideaIds) });
  }
  return { roundId, ideaIds };
}

async function joined({ leader, network }: Hosts, code: string, name: string, index: number): Promise<Api> {
  const guest = new Api(leader.api.url);
  const unitId = network.units[index % network.units.length]?.id;
  const { token } = await guest.act<{ token: string }>(
    "join",
    { code, name, unitId, wantsToken: true },
    "... on Joined { token }",
  );
  return guest.as(token);
}

/** Two dots on one idea and one on another, not the same for all. */
function choicesOf(index: number, ideaIds: readonly string[]) {
  const [first, second] = [index % 3, (index % 3) + 1 + (index % 2)];
  return [
    { ideaId: ideaIds[first], dots: 2 },
    { ideaId: ideaIds[second], dots: 1 },
  ];
}
