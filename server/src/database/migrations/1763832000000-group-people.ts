import type { MigrationInterface, QueryRunner } from "typeorm";

/** People are counted where they sit, so that no picture has to count them. */
export class GroupPeople1763832000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "work_group" ADD COLUMN "people" integer NOT NULL DEFAULT 0`);
    await runner.query(
      `UPDATE "work_group" g SET "people" = seated.people FROM (
         SELECT s.group_id, sum(p.people)::int AS people FROM "seat" s JOIN "participant" p ON p.id = s.participant_id
         WHERE p.removed_at IS NULL GROUP BY s.group_id) seated WHERE seated.group_id = g.id`,
    );
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
