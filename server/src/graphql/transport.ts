import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { Settings } from "../kernel/settings.js";
import type { Log } from "../kernel/log.js";
import type { Trace } from "../kernel/tracing.js";
import type { App, Context } from "../modules/context.js";
import type { Documents } from "./documents.js";
import type { Executor } from "./executor.js";
import type { Metrics } from "./metrics.js";

/** What both transports are made of. */
export interface Transport {
  readonly app: App;
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  /** For what Apollo does not execute: operations of sockets and events of feeds. */
  readonly executor: Executor;
  readonly settings: Settings;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly trace: Trace;
  /** Told of every operation of both. */
  readonly plugins: readonly ApolloServerPlugin<Context>[];
}

export const GRAPHQL_PATH = "/graphql";
