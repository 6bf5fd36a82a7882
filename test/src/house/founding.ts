import { newToken, hashToken } from "@ordskifte/server/identity/token";
import { newId } from "@ordskifte/server/kernel/ids";
import pg from "pg";

export interface Founded {
  readonly networkId: string;
  readonly ownerToken: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

/** Rows that no verb of the API makes: a network is founded by those who run the server. */
export class Founder {
  constructor(private readonly databaseUrl: string) {}

  /** A network with an owner and units. */
  async found(name: string, unitNames: readonly string[]): Promise<Founded> {
    const [networkId, ownerId] = [newId(), newId()];
    const units = unitNames.map((unit) => ({ id: newId(), name: unit }));
    await this.run(async (db) => {
      await db.query("INSERT INTO network VALUES ($1, $2, now())", [networkId, name]);
      await db.query("INSERT INTO stream (id, scope_id, epoch, head, floor) VALUES ($1, $1, 1, 0, 0)", [
        networkId,
      ]);
      await db.query("INSERT INTO person VALUES ($1, 'Torunn Vik', now(), NULL)", [ownerId]);
      for (const unit of units)
        await db.query("INSERT INTO unit VALUES ($1, $2, $3, 'Skarvfjord', 'school', now())", [
          unit.id,
          networkId,
          unit.name,
        ]);
      await db.query("INSERT INTO membership VALUES ($1, $2, $3, NULL, 'owner', now())", [
        newId(),
        networkId,
        ownerId,
      ]);
    });
    return { networkId, units, ownerToken: await this.newSession(ownerId) };
  }

  /** One more session of somebody; its token. */
  async newSession(personId: string): Promise<string> {
    const token = newToken();
    const insert = "INSERT INTO session VALUES ($1, $2, $3, now(), now() + interval '1 day', NULL)";
    await this.run((db) => db.query(insert, [newId(), hashToken(token), personId]));
    return token;
  }

  private async run(work: (db: pg.Client) => Promise<unknown>): Promise<void> {
    const db = new pg.Client({ connectionString: this.databaseUrl });
    await db.connect();
    try {
      await work(db);
    } finally {
      await db.end();
    }
  }
}
