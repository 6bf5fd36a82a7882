import { getNullableType, type GraphQLInputType, isInputObjectType, isListType } from "graphql";
import { contract, type Fields, type Kind } from "../house/api.js";

/** A place in the arguments of an operation where a value stands or could stand. */
export interface Spot {
  readonly path: readonly (string | number)[];
  readonly type: GraphQLInputType;
  readonly value: unknown;
}

const spotsIn = (type: GraphQLInputType, value: unknown, path: Spot["path"]): Spot[] => {
  const here: Spot = { path, type, value };
  const bare = getNullableType(type);
  if (value === null || value === undefined) return [here];
  if (isListType(bare)) {
    return [here, ...(value as unknown[]).flatMap((one, i) => spotsIn(bare.ofType, one, [...path, i]))];
  }
  if (!isInputObjectType(bare)) return [here];
  const fields = Object.values(bare.getFields());
  return [
    here,
    ...fields.flatMap((field) => spotsIn(field.type, (value as Fields)[field.name], [...path, field.name])),
  ];
};

/** Every place in the arguments of a field, as the contract has them. */
export const spotsOf = (field: string, args: Fields): Spot[] => {
  const [kind, name] = field.split(".") as [Kind, string];
  const found = contract.getRootType(kind.toLowerCase() as never)?.getFields()[name];
  return (found?.args ?? []).flatMap((arg) => spotsIn(arg.type, args[arg.name], [arg.name]));
};

/** The same arguments with another value in one place. */
export const withValue = (args: Fields, { path }: Spot, value: unknown): Fields => {
  const copy = structuredClone(args);
  let at = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[path.at(-1) ?? ""] = value;
  return copy;
};
