import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { execute, ExecutionArgs, GraphQLSchema, parse, subscribe, validate } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { createYoga } from "graphql-yoga";
import { WebSocketServer } from "ws";
import { answerCalls, watchSockets } from "../rig/answers.js";
import { publishCards } from "./usual-cards.js";
import { boardsOnly, usualSchema } from "./usual-schema.js";

/** GraphQL Yoga with graphql-ws, put together as its guide has it, for the fan-out alone. */
interface Enveloped {
  readonly schema: GraphQLSchema;
  readonly parse: typeof parse;
  readonly validate: typeof validate;
  readonly execute: typeof execute;
  readonly subscribe: typeof subscribe;
  contextFactory(): Promise<unknown>;
}

type Prepared = ExecutionArgs & { readonly rootValue: Pick<Enveloped, "execute" | "subscribe"> };

const start = async () => {
  watchSockets();
  const yoga = createYoga({ schema: await usualSchema(), logging: false });
  const web = createServer((request, response) => void yoga(request, response));
  const sockets = new WebSocketServer({ server: web, path: yoga.graphqlEndpoint });
  useServer(
    {
      execute: (args) => (args as Prepared).rootValue.execute(args),
      subscribe: (args) => (args as Prepared).rootValue.subscribe(args),
      onSubscribe: async ({ extra }, _id, { operationName, query, variables }) => {
        const { schema, contextFactory, ...how } = yoga.getEnveloped({
          req: extra.request,
          params: { operationName, query, variables },
        }) as Enveloped;
        const document = how.parse(query);
        const errors = how.validate(schema, document);
        if (errors.length > 0) return errors;
        return {
          schema,
          operationName,
          document,
          variableValues: variables,
          contextValue: await contextFactory(),
          rootValue: { execute: how.execute, subscribe: how.subscribe },
        };
      },
    },
    sockets,
  );
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  return { port: (web.address() as AddressInfo).port };
};

answerCalls({ start, seed: boardsOnly, saturate: publishCards });
