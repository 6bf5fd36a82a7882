import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rounds of groups: who sat where before, who writes and who speaks after whom, what was wished for, and who is away. */
export class Seating1763840000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "work_group" ADD "round" integer NOT NULL DEFAULT 1, ADD "secretary_id" uuid,
         ADD "turn_order" uuid array NOT NULL DEFAULT '{}'`,
    );
    await runner.query(`ALTER TABLE "participant" ADD "away" boolean NOT NULL DEFAULT false`);
    await runner.query(
      `CREATE TABLE "former_seat" ("id" uuid NOT NULL, "gathering_id" uuid NOT NULL, "group_id" uuid NOT NULL, "arena" text NOT NULL, "participant_id" uuid NOT NULL, "round" integer NOT NULL, "met" boolean NOT NULL, "secretary" boolean NOT NULL, "left_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_former_seat" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "former_seat_gathering" ON "former_seat" ("gathering_id")`);
    await runner.query(`CREATE INDEX "former_seat_group" ON "former_seat" ("group_id", "participant_id")`);
    await runner.query(
      `CREATE TABLE "group_wish" ("id" uuid NOT NULL, "gathering_id" uuid NOT NULL, "kind" text NOT NULL, "people" uuid array NOT NULL, "reason" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_group_wish" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "group_wish_gathering" ON "group_wish" ("gathering_id")`);
    for (const [table, column, to, name] of [
      ["former_seat", "gathering_id", "gathering", "FK_68a70e9b3bb3ff29036cee73c2f"],
      ["former_seat", "participant_id", "participant", "FK_301c72548d8f5538c18bebb1950"],
      ["group_wish", "gathering_id", "gathering", "FK_bdce2b14fdb1b1d915c476721a3"],
    ])
      await runner.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}") REFERENCES "${to}"("id")`,
      );
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
