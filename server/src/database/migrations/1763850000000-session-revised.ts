import type { MigrationInterface, QueryRunner } from "typeorm";

/** When a session ended, or its person was taken something from: what other nodes ask for (SESSION1). */
export class SessionRevised1763850000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "session" ADD "revised_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(
      `CREATE INDEX "session_revised" ON "session" ("revised_at") WHERE revised_at IS NOT NULL`,
    );
  }

  async down(): Promise<void> {
    throw new Error("Migrations are append-only; restore a backup instead.");
  }
}
