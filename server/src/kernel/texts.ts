import { InputRejected } from "./refusals.js";
import { InputProblem } from "./words.js";

/** Control characters, and the marks that turn the direction of writing around; tab and newline stay. */
const UNSEEN = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A person's text as it is kept: no control characters, no spaces around it, composed letters (å is one letter). */
export const cleanText = (text: string): string => text.replace(UNSEEN, "").normalize("NFC").trim();

/** Something to be seen: joiners and marks alone are as good as nothing. */
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/** The cleaned text, or the refusal of a field that is empty or longer than `limit` characters. */
export const requiredText = (
  field: string,
  text: string | null | undefined,
  limit: number,
): string | InputRejected => {
  const clean = cleanText(text ?? "");
  if (!SEEN.test(clean)) return new InputRejected(field, InputProblem.EMPTY);
  return clean.length > limit ? new InputRejected(field, InputProblem.TOO_LONG, limit) : clean;
};

/** The cleaned text, null where there is none, or the refusal of a field that is longer than `limit` characters. */
export const optionalText = (
  field: string,
  text: string | null | undefined,
  limit: number,
): string | null | InputRejected => {
  const clean = cleanText(text ?? "");
  if (!SEEN.test(clean)) return null;
  return clean.length > limit ? new InputRejected(field, InputProblem.TOO_LONG, limit) : clean;
};
