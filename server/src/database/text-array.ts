const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;
const TEXT_OID = 25;
const NULL_LENGTH = -1;

const bytesOf = (value: string | null): number =>
  LENGTH_BYTES + (value === null ? 0 : Buffer.byteLength(value));

/** Dimensions, whether there are nulls, what the elements are, how many, and the number of the first. */
const writeHeader = (buffer: Buffer, length: number): void => {
  for (const [i, word] of [1, 1, TEXT_OID, length, 1].entries()) buffer.writeInt32BE(word, i * LENGTH_BYTES);
};

/**
 * A parameter of type text[] in the form that Postgres itself sends: each element with its length before it. So neither
 * side looks at every letter for quotes, which takes longer than storing it.
 */
export const textArray = (values: readonly (string | null)[]): Buffer => {
  const buffer = Buffer.allocUnsafe(values.reduce((sum, value) => sum + bytesOf(value), HEADER_BYTES));
  writeHeader(buffer, values.length);
  let at = HEADER_BYTES;
  for (const value of values) {
    const length = value === null ? NULL_LENGTH : buffer.write(value, at + LENGTH_BYTES);
    buffer.writeInt32BE(length, at);
    at += LENGTH_BYTES + Math.max(length, 0);
  }
  return buffer;
};

const elementOf = (value: unknown): string => `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** A parameter as text that a cast to its column's type takes. */
export const textOf = (value: unknown): string | null => {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return String.raw`\x${value.toString("hex")}`;
  return Array.isArray(value) ? `{${value.map(elementOf).join(",")}}` : JSON.stringify(value);
};
