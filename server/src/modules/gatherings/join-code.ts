import { randomInt } from "node:crypto";
import type { Tx } from "../../live/tx.js";
import { Gathering } from "./gathering.entity.js";

/** Nothing here is mistaken for something else, read aloud or on a projector: no I, L, O, 0, 1. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const LENGTH = 6;
const ATTEMPTS = 20;

export const newJoinCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** A typed code as it is stored, or null for what cannot be one: case and spaces do not matter. */
export const readJoinCode = (typed: string): string | null => {
  const code = typed.replace(/\s/g, "").toUpperCase();
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
};

/** A code that no gathering has, the archived ones included. */
export const freeJoinCode = async (tx: Tx, draw: () => string = newJoinCode): Promise<string> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const joinCode = draw();
    if ((await tx.find(Gathering, { joinCode })).length === 0) return joinCode;
  }
  throw new Error("No free join code was found");
};
