import * as refusals from "./refusals.js";
import { Refusal } from "./refusals.js";

type Stored = { readonly type: string; readonly fields: object };

const classes = new Map(
  Object.entries(refusals).map(([name, type]) => [name, type as unknown as { prototype: object }]),
);

/** A refusal as it is kept in a receipt. What is no `Refusal` is kept as it is. */
export const packRefusal = (refusal: unknown): unknown =>
  refusal instanceof Refusal ? { type: refusal.constructor.name, fields: { ...refusal } } : refusal;

const isStored = (value: unknown): value is Stored =>
  typeof value === "object" && value !== null && "type" in value && classes.has(String(value.type));

/** The refusal that `packRefusal` kept, of its own class again. */
export const unpackRefusal = (stored: unknown): unknown =>
  isStored(stored)
    ? Object.assign(Object.create(classes.get(stored.type)?.prototype ?? null) as object, stored.fields)
    : stored;
