import { createTestDatabase, type TestDatabase } from "@ordskifte/server/database/testing/test-database";

/** A migrated, empty database, from which a server may serve: the tests' cluster waits for no disk, its users ask it to. */
export async function ownDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  return { ...database, url: `${database.url}?options=-c%20synchronous_commit%3Don` };
}
