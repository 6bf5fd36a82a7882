import { answerOf, insist, overHttp, persist, type Route } from "./api.js";
import type { Hall } from "./hall.js";
import type { Tally } from "./history.js";
import type { Round } from "./writer.js";

const GATHERING = { selection: "... on GatheringWritten { cursor round { id } }" };
const ROUNDS = `query ($id: ID!) { gathering(id: $id) { cursor voteRounds { id votedCount results { ideaId dots voters } } } }`;

interface Rounds {
  readonly cursor: string;
  readonly voteRounds: readonly {
    readonly id: string;
    readonly votedCount: number;
    readonly results: Tally["results"] | null;
  }[];
}

/** The vote of a run: opened before anybody writes, and counted when all is over. */
export class Vote {
  constructor(
    private readonly hall: Hall,
    private readonly route: Route,
  ) {}

  async open(): Promise<Round> {
    const { leader, gatheringId } = this.hall;
    const ideaIds: string[] = [];
    for (let i = 1; i <= 4; i++) ideaIds.push(await this.postIdea(`Idé ${i}`));
    const mutation = { field: "openRound", input: "OpenRoundInput", ...GATHERING };
    const values = { gatheringId, title: "Stem", budget: 4, maxPerIdea: 1, ideaIds };
    const { round } = await insist(this.route, leader.token, mutation, values);
    return { id: (round as { id: string }).id, gatheringId, ideaIds };
  }

  private async postIdea(body: string): Promise<string> {
    const { leader } = this.hall;
    const selection = "... on BoardWritten { cursor contribution { id } }";
    const mutation = { field: "postContribution", input: "PostContributionInput", selection };
    const values = { boardId: leader.boardId, kind: "IDEA", body };
    const { contribution } = await insist(this.route, leader.token, mutation, values);
    return (contribution as { id: string }).id;
  }

  /** Closes and reveals the round. */
  async count(round: Round): Promise<Tally> {
    const { leader } = this.hall;
    for (const field of ["closeRound", "revealRound"])
      await insist(
        this.route,
        leader.token,
        { field, input: "RoundInput", ...GATHERING },
        { roundId: round.id },
      );
    const { voteRounds } = await this.rounds();
    const counted = voteRounds.find(({ id }) => id === round.id);
    return { round: round.id, votedCount: counted?.votedCount ?? -1, results: counted?.results ?? [] };
  }

  /** Where the gathering stands, and its rounds. */
  rounds(): Promise<Rounds> {
    const { leader, gatheringId } = this.hall;
    return persist(
      async () =>
        answerOf(
          await overHttp(this.route(), leader.token, ROUNDS, { id: gatheringId }),
        ) as unknown as Rounds,
    );
  }
}
