import { parseArgs } from "node:util";

export interface Wishes {
  readonly people: number;
  readonly minutes: number;
  /** Without a slash at the end. */
  readonly url: string;
  readonly code: string | null;
}

/** Why the crowd cannot come, in one line for the person at the terminal. */
export class WishError extends Error {
  override readonly name = "WishError";
}

const number = (name: string, text: string, most: number): number => {
  const value = Number(text);
  if (value > 0 && value <= most) return value;
  throw new WishError(`--${name} must be a number up to ${most}.`);
};

/** What was asked for on the command line. @throws WishError */
export const readWishes = (args: readonly string[]): Wishes => {
  const options = {
    people: { type: "string", default: "30" },
    minutes: { type: "string", default: "3" },
    url: { type: "string", default: "http://localhost:4000" },
    code: { type: "string" },
  } as const;
  const { values } = parseArgs({ args: args.filter((word) => word !== "--"), options });
  const { url } = values;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new WishError("--url must begin with http:// or https://.");
  return {
    people: Math.ceil(number("people", values.people, 2_000)),
    minutes: number("minutes", values.minutes, 240),
    url: url.replace(/\/+$/, ""),
    code: values.code ?? null,
  };
};
