import type { MigrationInterface, QueryRunner } from "typeorm";

/** The language that a card is written in; of the older ones it is not known. */
export class CardLanguage1763792310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "contribution" ADD "language" text`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
