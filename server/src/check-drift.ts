import "reflect-metadata";
import { createDataSource } from "./database/data-source.js";
import { entities } from "./entities.js";

/** Whether entities and migrations say the same: prints the statements that a migration would need, and fails on any. Takes a migrated database's URL. */
const checkDrift = async (url: string): Promise<number> => {
  const source = await createDataSource(url, entities, 1).initialize();
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  for (const { query } of upQueries) process.stdout.write(`${query};\n`);
  return upQueries.length;
};

const [url] = process.argv.slice(2);
if (!url) throw new Error("usage: node dist/check-drift.js DATABASE_URL");
process.exitCode = (await checkDrift(url)) === 0 ? 0 : 1;
