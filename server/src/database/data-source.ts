import { DataSource, type EntityTarget, type ObjectLiteral } from "typeorm";
import { migrations } from "./migrations/index.js";
import { PatientClient, patiently } from "./pool.js";
import { SnakeNaming } from "./naming.js";

export type EntityClass = EntityTarget<ObjectLiteral>;

/** The ORM's door to Postgres, for reads of screens, cold paths and migrations. Live writes go through `live/commit.ts`. */
export const createDataSource = (
  url: string,
  entities: readonly EntityClass[],
  poolSize = 10,
  lines: object = { ...patiently(), Client: PatientClient },
): DataSource =>
  new DataSource({
    type: "postgres",
    url,
    entities: [...entities] as (new () => ObjectLiteral)[],
    migrations,
    migrationsTableName: "migration",
    namingStrategy: new SnakeNaming(),
    installExtensions: false,
    poolSize,
    applicationName: "ordskifte",
    extra: lines,
  });
