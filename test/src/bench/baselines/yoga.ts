import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { ExecutionArgs } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { createYoga } from "graphql-yoga";
import { WebSocketServer } from "ws";
import { answerCalls, watchSockets } from "../rig/answers.js";
import { publishCards } from "./usual-cards.js";
import { boardsOnly, usualSchema } from "./usual-schema.js";

/** GraphQL Yoga with graphql-ws, put together as its guide has it, for the fan-out alone. */
type Enveloped = Pick<ReturnType<ReturnType<typeof createYoga>["getEnveloped"]>, "execute" | "subscribe">;
type Prepared = ExecutionArgs & { readonly rootValue: Enveloped };

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
        const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
          req: extra.request,
          params: { operationName, query, variables },
        });
        const document = parse(query);
        const errors = validate(schema, document);
        if (errors.length > 0) return errors;
        return {
          schema,
          operationName,
          document,
          variableValues: variables,
          contextValue: await contextFactory(),
          rootValue: { execute, subscribe },
        };
      },
    },
    sockets,
  );
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  return { port: (web.address() as AddressInfo).port };
};

answerCalls({ start, seed: boardsOnly, saturate: publishCards });
