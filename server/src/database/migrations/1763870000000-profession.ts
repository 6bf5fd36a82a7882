import type { MigrationInterface, QueryRunner } from "typeorm";

/** What somebody works as, where they like to say so. */
export class Profession1763870000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "participant" ADD "profession" text`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
