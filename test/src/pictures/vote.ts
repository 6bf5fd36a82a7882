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

const PROMISES = [
  "Vi prøver lesevenner på 3. trinn fram til jul.",
  "Barnehagen inviterer skolen til en felles lesestund i mars.",
  "Alle fag øver på de samme fem ordene hver uke fram til påske.",
];

interface Voted {
  readonly roundId: string;
  /** What comes after the reveal. */
  readonly takeHome: () => Promise<void>;
}

/** Somebody posts ideas on their group's board, and some of the hall vote on them; the round's id. */
export async function holdVote(hosts: Hosts, gatheringId: string, code: string): Promise<Voted> {
  const lead = hosts.leader.api;
  const voters: Api[] = [];
  for (const [index, name] of VOTERS.entries()) voters.push(await joined(hosts, code, name, index));
  const ideaIds = await postIdeas(voters[0] as Api, gatheringId);
  for (const contributionId of ideaIds) await lead.act("sendToPlenary", { contributionId });
  const round = { gatheringId, title: "Hva vil vi prøve sammen til våren?", budget: 3, maxPerIdea: 2 };
  const selection = "... on GatheringWritten { round { id } }";
  const opened = await lead.act<{ round: { id: string } }>("openRound", { ...round, ideaIds }, selection);
  const roundId = opened.round.id;
  for (const [index, voter] of voters.entries())
    await voter.act("castBallot", { roundId, choices: choicesOf(index, ideaIds) });
  return { roundId, takeHome: () => promise(voters, ideaIds) };
}

/** Each of three takes an idea home for their unit. */
async function promise(voters: readonly Api[], ideaIds: readonly string[]): Promise<void> {
  for (const [place, body] of PROMISES.entries())
    await voters[place]?.act("takeHome", { contributionId: ideaIds[place], body });
}

interface Seats {
  readonly viewer: { readonly participant: { readonly id: string } };
  readonly groups: readonly {
    readonly boardId: string;
    readonly members: readonly { readonly id: string }[];
  }[];
}

async function postIdeas(writer: Api, gatheringId: string): Promise<string[]> {
  const query =
    "query ($id: ID!) { gathering(id: $id) { viewer { participant { id } } groups { boardId members { id } } } }";
  const { viewer, groups } = await writer.read<Seats>(query, { id: gatheringId });
  const own = groups.find(({ members }) => members.some(({ id }) => id === viewer.participant.id));
  const ids: string[] = [];
  for (const body of IDEAS) {
    const id = randomUUID();
    const card = { clientMutationId: id, boardId: own?.boardId, kind: "IDEA", body, language: "NB" };
    await writer.act("postContribution", card);
    ids.push(id);
  }
  return ids;
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
