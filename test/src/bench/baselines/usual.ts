import "reflect-metadata";
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { ApolloServer } from "@apollo/server";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import { fastify } from "fastify";
import { useServer } from "graphql-ws/use/ws";
import { DataSource } from "typeorm";
import { WebSocketServer } from "ws";
import { answerCalls, watchSockets } from "../rig/answers.js";
import { countStatements, statements } from "../rig/statements.js";
import { publishCards } from "./usual-cards.js";
import { UsualBallot, UsualBoard, UsualRound, usualEntities } from "./usual-entities.js";
import type { UsualContext } from "./usual-resolver.js";
import { usualSchema } from "./usual-schema.js";

/**
 * The usual stack: Apollo Server, type-graphql with its PubSub, graphql-ws, TypeORM. It asks nobody who they are and
 * keeps no receipts, so it does less than ours; on Fastify, which is quicker than the more usual Express.
 */
let source: DataSource;

const start = async ({ databaseUrl, voters }: { databaseUrl: string; voters: number }) => {
  watchSockets();
  countStatements();
  source = await new DataSource({
    type: "postgres",
    url: databaseUrl,
    entities: usualEntities,
    synchronize: true,
    poolSize: 12,
  }).initialize();
  const schema = await usualSchema();
  const context: UsualContext = { source, voters };
  const web = fastify();
  const apollo = new ApolloServer<UsualContext>({ schema, plugins: [fastifyApolloDrainPlugin(web)] });
  await apollo.start();
  web.route({
    url: "/graphql",
    method: "POST",
    handler: fastifyApolloHandler(apollo, { context: async () => context }),
  });
  const sockets = new WebSocketServer({ server: web.server, path: "/graphql" });
  useServer({ schema, context }, sockets);
  await web.listen({ host: "127.0.0.1", port: 0 });
  return { port: (web.server.address() as AddressInfo).port };
};

const seed = async ({ boards }: { boards: number }) => {
  const rows = Array.from({ length: boards }, (_, i) => ({ id: randomUUID(), title: `Gruppe ${i + 1}` }));
  await source.manager.insert(UsualBoard, rows);
  const round = { id: randomUUID(), budget: 3, votedCount: 0 };
  await source.manager.insert(UsualRound, round);
  const ideas = Array.from({ length: 20 }, () => randomUUID());
  return { boards: rows.map(({ id }) => id), roundId: round.id, ideas };
};

const recount = async ({ roundId }: { roundId: string }) => ({
  counted: (await source.manager.findOneByOrFail(UsualRound, { id: roundId })).votedCount,
  ballots: await source.manager.countBy(UsualBallot, { roundId }),
});

answerCalls({ start, seed, saturate: publishCards, recount, statements });
