import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { getNamedType, isUnionType } from "graphql";
import { expect } from "vitest";
import {
  type Answered,
  type Api,
  codeOf,
  contract,
  documentOf,
  type Fields,
  isRefusal,
  type Kind,
} from "../house/api.js";
import { INTERNALS } from "./picture.js";

interface Line {
  /** As in `Query.board`. */
  readonly field: string;
  /** By role. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Who may do what, as it stands in access.txt. */
export const readTable = (): Line[] => {
  const text = readFileSync(new URL("access.txt", import.meta.url), "utf8");
  const rows = text.split("\n").filter((row) => row.trim() && !row.startsWith("#"));
  const [head = [], ...lines] = rows.map((row) => row.trim().split(/\s+/));
  return lines.map(([field = "", ...cells]) => ({
    field,
    cells: Object.fromEntries(cells.map((cell, i) => [head[i + 1] ?? "", cell])),
  }));
};

/** Asks for one field; over a socket where it is a subscription. */
export const send = (api: Api, field: string, args: Fields): Promise<Answered> => {
  const [kind, name] = field.split(".") as [Kind, string];
  const document = documentOf(kind, name);
  return kind === "Subscription" ? api.firstOf(document, args) : api.ask(document, args);
};

/** `ok`, or the code or type that it was refused with. */
export const verdict = (answered: Answered): string => {
  if (answered.errors) return codeOf(answered) ?? "an error without a code";
  const done = answered.data?.["done"] as { __typename?: string } | undefined;
  if (done === undefined) return "nothing";
  return done?.__typename && isRefusal(done.__typename) ? done.__typename : "ok";
};

/** What each refusal says, besides that it is one. */
const SAYING: Readonly<Record<string, string>> = {
  InputRejected: "field problem limit",
  GatheringNotOpen: "state",
  RoundClosed: "roundState: state",
  KindNotInvited: "kind",
  StageRefused: "from to",
  VotesSpent: "budget",
  TooManyOnOne: "maxPerIdea",
};

const sayingFor = (mutation: string): string => {
  const type = getNamedType(contract.getMutationType()?.getFields()[mutation]?.type);
  const types = isUnionType(type) ? type.getTypes().map(({ name }) => name) : [];
  return types.map((name) => (SAYING[name] ? `... on ${name} { ${SAYING[name]} }` : "")).join(" ");
};

/** How a mutation is refused: the code, or the type with what it says, without what is null. What stands is its type alone. */
export const outcomeOf = async (api: Api, mutation: string, input: Fields): Promise<unknown> => {
  const document = documentOf("Mutation", mutation, sayingFor(mutation));
  const answered = await api.ask(document, { input: { clientMutationId: randomUUID(), ...input } });
  expect(JSON.stringify(answered)).not.toMatch(INTERNALS);
  const said = Object.entries((answered.data?.["done"] as Fields | undefined) ?? {});
  return codeOf(answered) ?? Object.fromEntries(said.filter(([, value]) => value !== null));
};
