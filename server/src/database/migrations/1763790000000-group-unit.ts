import type { MigrationInterface, QueryRunner } from "typeorm";

/** A unit's group is known by its unit: names may be alike, and numbers change. */
export class GroupUnit1763790000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "work_group" ADD COLUMN "unit_id" uuid`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
