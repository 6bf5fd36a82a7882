import {
  execute,
  type ExecutionResult,
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLError,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  parse,
  type GraphQLFieldConfig,
} from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import { describe, expect, it } from "vitest";
import { Executor } from "./executor.js";
import { createSchema } from "./schema.js";
import { clientManifest } from "./trusted-documents.js";

it("every document of our client can be compiled", async () => {
  const schema = await createSchema();
  const left = [...clientManifest().values()].filter(
    (text) => !isCompiledQuery(compileQuery(schema, parse(text))),
  );
  expect(left).toEqual([]);
});

const Colour = new GraphQLEnumType({
  name: "Colour",
  values: { RED: { value: "the red one" }, BLUE: { value: 2 } },
});
const Inner = new GraphQLInputObjectType({
  name: "Inner",
  fields: { count: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 7 }, colour: { type: Colour } },
});
const Outer = new GraphQLInputObjectType({
  name: "Outer",
  fields: {
    text: { type: new GraphQLNonNull(GraphQLString) },
    colour: { type: new GraphQLNonNull(Colour), defaultValue: 2 },
    inner: { type: new GraphQLList(new GraphQLNonNull(Inner)) },
    maybe: { type: GraphQLBoolean, defaultValue: true },
  },
});

class Cat {
  readonly name = "Mons";
}
class Dog {
  readonly barks = true;
}
const CatType = new GraphQLObjectType({
  name: "Cat",
  fields: { name: { type: GraphQLString } },
});
const DogType = new GraphQLObjectType({
  name: "Dog",
  fields: { barks: { type: GraphQLBoolean } },
});
const Pet = new GraphQLUnionType({
  name: "Pet",
  types: [CatType, DogType],
  resolveType: (value) => (value instanceof Cat ? "Cat" : value instanceof Dog ? "Dog" : undefined),
});

const order: string[] = [];
const later = <Value>(value: Value): Promise<Value> =>
  new Promise((resolve) => setImmediate(() => resolve(value)));
const step = (name: string): GraphQLFieldConfig<unknown, unknown> => ({
  type: GraphQLString,
  resolve: async () => {
    order.push(`${name} begins`);
    await later(null);
    order.push(`${name} ends`);
    return name;
  },
});

/** What is said back shows what the variables became. */
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: "Query",
    fields: {
      said: {
        type: GraphQLString,
        args: {
          input: { type: Outer },
          colours: { type: new GraphQLList(Colour) },
          limit: { type: GraphQLInt, defaultValue: 3 },
        },
        resolve: (_, { input, colours, limit }) => JSON.stringify({ input, colours, limit }),
      },
      pets: { type: new GraphQLList(Pet), resolve: async () => [new Cat(), later(new Dog()), null] },
      stranger: { type: Pet, resolve: () => ({}) },
      broken: { type: GraphQLString, resolve: () => Promise.reject(new GraphQLError("Broken.")) },
      coded: {
        type: new GraphQLNonNull(GraphQLString),
        resolve: () => {
          throw new GraphQLError("No.", { extensions: { code: "NO" } });
        },
      },
      missing: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
    },
  }),
  mutation: new GraphQLObjectType({
    name: "Mutation",
    fields: { first: step("first"), second: step("second") },
  }),
});

const SAY =
  "query ($input: Outer, $colours: [Colour], $limit: Int = 5) { said(input: $input, colours: $colours, limit: $limit) }";

interface Case {
  readonly text: string;
  readonly variableValues?: Record<string, unknown>;
}

const CASES: readonly Case[] = (
  [
    [SAY, {}],
    [SAY, { input: { text: "x" } }],
    [SAY, { input: { text: "x", colour: "RED", inner: [{}, { count: 1, colour: "BLUE" }], maybe: null } }],
    [SAY, { input: { text: "x", inner: { count: 2 } }, colours: "RED", limit: null }],
    [SAY, { input: null, colours: ["BLUE", null] }],
    [SAY, { input: {} }],
    [SAY, { input: { text: null } }],
    [SAY, { input: { text: "x", unknown: 1 } }],
    [SAY, { input: { text: "x", colour: "GREEN" } }],
    [SAY, { limit: "many" }],
    ["query ($yes: Boolean!) { said @include(if: $yes) pets { __typename } }", { yes: false }],
    ["query ($yes: Boolean!) { said @skip(if: $yes) pets { __typename } }", {}],
    ["{ pets { __typename ... on Cat { name } ... on Dog { barks } } }"],
    ["{ said broken }"],
    ["{ said coded }"],
    ["{ missing }"],
    ["mutation { second first again: second }"],
  ] as const satisfies readonly (readonly [string, Record<string, unknown>?])[]
).map(([text, variableValues]) => ({ text, ...(variableValues && { variableValues }) }));

const plain = ({ data, errors }: ExecutionResult): object => ({
  data: data === undefined ? "none" : (JSON.parse(JSON.stringify(data)) as unknown),
  errors: errors?.map(({ message, path, locations, extensions }) => ({
    message,
    path,
    locations,
    extensions,
  })),
});

describe("a document that comes often is compiled, and answered as graphql-js answers it", () => {
  it.each(CASES)("$text $variableValues", async (given) => {
    const { text } = given;
    const args = { schema, document: parse(text), ...given };
    const executor = new Executor(new Set([text]));
    order.length = 0;
    const wanted = plain(await execute(args));
    const wantedOrder = [...order];
    for (let i = 0; i < 4; i++) {
      order.length = 0;
      expect(plain(await executor.execute(args))).toEqual(wanted);
      expect(order).toEqual(wantedOrder);
    }
  });

  it("also where an object is of no type that it may be of", async () => {
    const text = "{ stranger { __typename } said }";
    const args = { schema, document: parse(text), text };
    const executor = new Executor(new Set([text]));
    for (let i = 0; i < 4; i++) {
      const { data, errors } = await executor.execute(args);
      expect({ ...data }).toEqual({ stranger: null, said: '{"limit":3}' });
      expect(errors?.map(({ path }) => path)).toEqual([["stranger"]]);
    }
  });
});
