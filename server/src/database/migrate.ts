import { createDataSource } from "./data-source.js";

/** Brings the database at `url` to the newest migration; does nothing where it already is. Throws where one fails. */
export const migrate = async (url: string): Promise<void> => {
  const source = createDataSource(url, [], 1);
  await source.initialize();
  try {
    await source.runMigrations({ transaction: "each" });
  } finally {
    await source.destroy();
  }
};
