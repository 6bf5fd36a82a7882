import type { MigrationInterface, QueryRunner } from "typeorm";

/** A page of a gathering's cards is read in their order, and not sorted out of all of them each time. */
export class CardsInOrder1763860000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "contribution_gathering"`);
    await runner.query(
      `CREATE INDEX "contribution_gathering" ON "contribution" ("gathering_id", "created_at")`,
    );
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
