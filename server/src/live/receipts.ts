import { hash } from "node:crypto";
import type { Connection } from "../database/pool.js";

/** Who asks is part of the receipt's name: nobody can be answered with what somebody else was told. */
export interface ReceiptKey {
  readonly personId: string;
  readonly id: string;
}

export interface StoredReceipt {
  readonly fingerprint: string;
  readonly streamId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly outcome: unknown;
}

/** Callers that are nobody yet, such as the one who joins. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

const fieldsOf = (value: object): string => {
  const given = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(given).filter((name) => given[name] !== undefined);
  return names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(given[name])}`)
    .join(",");
};

/** JSON with the fields of each object in the order of their names. */
const canonical = (value: unknown): string => {
  if (value === undefined) return "null";
  if (value === null || typeof value !== "object" || value instanceof Date) return JSON.stringify(value);
  return Array.isArray(value) ? `[${value.map(canonical).join(",")}]` : `{${fieldsOf(value)}}`;
};

/** The same command with the same input has the same fingerprint, whatever the order of its fields. */
export const fingerprint = (command: string, input: unknown): string =>
  hash("sha256", canonical([command, input]), "base64");

export const keyText = ({ personId, id }: ReceiptKey): string => `${personId}/${id.toLowerCase()}`;

interface ReceiptRow {
  person_id: string;
  id: string;
  fingerprint: string;
  stream_id: string;
  epoch: number;
  seq: string;
  outcome: unknown;
}

/** The receipts that already exist for these keys. */
export const findReceipts = async (
  db: Connection,
  keys: readonly ReceiptKey[],
): Promise<Map<string, StoredReceipt>> => {
  const { rows } = await db.query<ReceiptRow>({
    text: `SELECT r.person_id, r.id, r.fingerprint, r.stream_id, r.epoch, r.seq, r.outcome
     FROM receipt r JOIN unnest($1::uuid[], $2::uuid[]) AS k(person_id, id) USING (person_id, id)`,
    values: [keys.map((k) => k.personId), keys.map((k) => k.id)],
  });
  return new Map(
    rows.map((row) => [
      keyText({ personId: row.person_id, id: row.id }),
      {
        fingerprint: row.fingerprint,
        streamId: row.stream_id,
        epoch: row.epoch,
        seq: Number(row.seq),
        outcome: row.outcome,
      },
    ]),
  );
};
