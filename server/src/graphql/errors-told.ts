import type { GraphQLFormattedError } from "graphql";
import type { Log } from "../kernel/log.js";
import { mask } from "./mask.js";
import type { Metrics } from "./metrics.js";

export type Tell = (error: unknown) => GraphQLFormattedError;

/** The mask of one transport, which counts what it tells and writes down what it keeps back. */
export function teller(transport: "http" | "socket", { log, metrics }: { log: Log; metrics: Metrics }): Tell {
  return (error) => {
    const told = mask(error, (err, id) => log.error({ err, id, transport }, "An operation failed."));
    metrics.errors.inc({ transport, code: String(told.extensions?.["code"]) });
    return told;
  };
}
