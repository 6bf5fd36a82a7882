import type { NetworkHomeQuery } from "@ordskifte/schema";

/** A network as its own screen asks for it. */
export type NetworkHome = NetworkHomeQuery["network"];
