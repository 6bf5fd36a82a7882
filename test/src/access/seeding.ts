import { newId } from "@ordskifte/server/kernel/ids";
import pg from "pg";
import type { Hall } from "../house/hall.js";

const WORDS = [
  "Elevene leser for hverandre i ti minutter hver dag.",
  "Samarbeidsskolenettverkslærerplanleggingsdag, og det vi lærte av den.",
  "Vi prøvde dette i fjor.\nDet gikk bedre enn vi trodde, og vi gjør det igjen til våren.",
];

/** Lays cards on the hall's board behind the server's back, before anybody looks: in threads of an example and a challenge. */
export async function layCards(databaseUrl: string, hall: Hall, count: number): Promise<void> {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    let exampleId = "";
    for (let i = 0; i < count; i += 1) {
      const isChallenge = i % 3 === 1;
      const id = await layCard(db, hall, i);
      if (i % 3 === 0) exampleId = id;
      if (isChallenge) await link(db, hall.boardId, id, exampleId);
    }
  } finally {
    await db.end();
  }
}

async function layCard(db: pg.Client, hall: Hall, i: number): Promise<string> {
  const id = newId();
  const body = `${i}. ${WORDS[i % WORDS.length] ?? ""}`;
  const kind = (["practiceExample", "challenge", "idea"] as const)[i % 3] as string;
  const example = {
    title: `Eksempel ${i}`,
    lens: i % 2 ? "good" : "critical",
    challengeUsOn: "Hva ser vi ikke?",
    theme: "Lesing",
  };
  const content = kind === "practiceExample" ? { kind, body, ...example } : { kind, body };
  const { participantId } = i % 2 ? hall.peer : hall.author;
  await db.query(
    `INSERT INTO contribution (id, board_id, gathering_id, item_id, kind, content, language, participant_id, unit_id,
       anonymous, silent, created_at, revision)
     SELECT $1, $2, $3, $4, $5, $6, 'nb', p.id, p.unit_id, false, false, now() - interval '1 second' * $7, 1
     FROM participant p WHERE p.id = $8`,
    [id, hall.boardId, hall.id, hall.itemId, kind, content, 1000 - i, participantId],
  );
  return id;
}

async function link(db: pg.Client, boardId: string, fromId: string, toId: string): Promise<void> {
  const insert =
    "INSERT INTO contribution_link (id, board_id, from_id, to_id, kind) VALUES ($1, $2, $3, $4, 'challenges')";
  await db.query(insert, [newId(), boardId, fromId, toId]);
}
