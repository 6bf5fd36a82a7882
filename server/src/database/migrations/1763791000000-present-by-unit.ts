import type { MigrationInterface, QueryRunner } from "typeorm";

/** Head counts by unit, kept with the gathering; counted here for those who are already in. */
export class PresentByUnit1763791000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "gathering" ADD "present_by_unit" jsonb`);
    await runner.query(
      `UPDATE "gathering" g SET "present_by_unit" = (SELECT jsonb_object_agg(c.unit_id, c.devices) FROM (
         SELECT unit_id, count(*) AS devices FROM "participant"
         WHERE gathering_id = g.id AND removed_at IS NULL GROUP BY unit_id) c)`,
    );
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
