import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a gathering is while it runs: its moment, where it calls everybody, who is ready or has a hand up, whose turn it is. */
export class Running1763830000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "gathering" ADD "moment" integer NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE "gathering" ADD "summons" jsonb`);
    await runner.query(
      `CREATE TABLE "sign" ("id" uuid NOT NULL, "gathering_id" uuid NOT NULL, "moment" integer NOT NULL, "ready" boolean NOT NULL, "hand_up_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_e3de9d3ec946837ec087cf0f54a" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "sign_gathering" ON "sign" ("gathering_id", "moment")`);
    await runner.query(
      `CREATE TABLE "turn" ("id" uuid NOT NULL, "gathering_id" uuid NOT NULL, "moment" integer NOT NULL, "participant_id" uuid NOT NULL, CONSTRAINT "PK_a9046ae56d7e5b2b1f7413b5e6d" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "turn_gathering" ON "turn" ("gathering_id")`);
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
