import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * A round's ballots are found by the round, whosever they are, which the two partial indexes do not serve; and all that one
 * participant wrote and cast is found by the participant.
 */
export class ByParticipant1763880000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "ballot_round" ON "ballot" ("round_id", "participant_id")`);
    await runner.query(`CREATE INDEX "ballot_participant" ON "ballot" ("participant_id")`);
    await runner.query(`CREATE INDEX "contribution_participant" ON "contribution" ("participant_id")`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
