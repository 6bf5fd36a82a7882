import type { ApolloServer, ApolloServerPlugin } from "@apollo/server";
import { type ExecutionResult, GraphQLError, OperationTypeNode } from "graphql";
import type { Context } from "../modules/context.js";
import { createApollo } from "./apollo.js";
import type { Executor } from "./executor.js";
import type { SocketArgs } from "./feed-member.js";
import type { Transport } from "./transport.js";

/** How the operations of sockets are carried out. */
export interface SocketOperations {
  /** A query or a mutation. */
  readonly execute: (args: SocketArgs) => Promise<ExecutionResult>;
  /** Why a subscription may not begin; nothing where it may. Its events are the feed's, and no operations. */
  readonly refusalOf: (args: SocketArgs) => Promise<readonly GraphQLError[]>;
  readonly stop: () => Promise<void>;
}

/** Where there are no plugins nobody needs to be told, and Apollo's way would only take time. */
const unwatched = ({ execute }: Executor): SocketOperations => ({
  execute: async (args) => execute(args),
  refusalOf: async () => [],
  stop: async () => undefined,
});

/** For Apollo a subscription is over once it was looked at: it is not executed there. */
const letsSubscriptionsBegin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    responseForOperation: async ({ operation, response }) =>
      operation.operation === OperationTypeNode.SUBSCRIPTION
        ? { http: response.http, body: { kind: "single", singleResult: { data: null } } }
        : null,
  }),
};

/** What a plugin throws where Apollo foresees nothing is a failure of this operation, not of the socket. */
const failed = (error: unknown): ExecutionResult => ({
  errors: [new GraphQLError("A plugin failed.", { originalError: error as Error })],
});

const pass = async (apollo: ApolloServer<Context>, args: SocketArgs): Promise<ExecutionResult> => {
  const { text: query, operationName, variableValues: variables, contextValue } = args;
  const request = { query, operationName: operationName ?? undefined, variables: variables ?? undefined };
  const { body } = await apollo.executeOperation(request, { contextValue });
  if (body.kind !== "single") throw new Error("An operation was answered in parts.");
  // As they were thrown: `createApollo` is asked below to leave errors as they are.
  return body.singleResult as ExecutionResult;
};

/** Past Apollo's plugins, in the order and with the words that they know from HTTP (adr/plugins-on-both-transports). */
const watched = async (transport: Transport): Promise<SocketOperations> => {
  const apollo = createApollo(transport, (_, error) => error as GraphQLError, [letsSubscriptionsBegin]);
  await apollo.start();
  const carryOut = (args: SocketArgs): Promise<ExecutionResult> => pass(apollo, args).catch(failed);
  return {
    execute: carryOut,
    refusalOf: async (args) => (await carryOut(args)).errors ?? [],
    stop: () => apollo.stop(),
  };
};

export const socketOperations = (transport: Transport): Promise<SocketOperations> =>
  transport.plugins.length > 0 ? watched(transport) : Promise.resolve(unwatched(transport.executor));
