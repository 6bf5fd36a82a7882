import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import type { Context } from "../modules/context.js";
import type { Transport } from "./transport.js";

type Plugin = ApolloServerPlugin<Context>;
type FormatError = ApolloServerOptions<Context>["formatError"];

/** It would look at every field of every answer, also of the feeds', to say what we say ourselves: remember none of it. */
const noCacheHints = ApolloServerPluginCacheControlDisabled();

/** Apollo Server as both transports have it, but for how errors are told. To be started before it is asked, and stopped. */
export const createApollo = (
  { schema, settings, log, plugins }: Transport,
  formatError: FormatError,
  first: readonly Plugin[] = [],
): ApolloServer<Context> =>
  new ApolloServer<Context>({
    schema,
    introspection: settings.introspection,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    nodeEnv: "production",
    logger: log,
    plugins: [noCacheHints, ...first, ...plugins],
    formatError,
  });
