/** What a node leaves out that the engine rests upon: to see that the checker notices. */
export type LeftOut = "nothing" | "receipts" | "polls" | "flushes";

/** What a node of the chaos run is started with; handed to it in the variable `CHAOS_NODE`, as JSON. */
export interface NodeSettings {
  readonly port: number;
  readonly databaseUrl: string;
  /** The node neither sends nor hears a hint, not even its own: only asking for heads is left. */
  readonly losesHints: boolean;
  /** How far its clock is off. Milliseconds. */
  readonly clockOffMs: number;
  readonly leavesOut: LeftOut;
}

export const NODE_SETTINGS = "CHAOS_NODE";
/** What a node says on its output once it can be used. */
export const READY = "ready";
/** Asked of a node, which answers with how many listen to its feeds. */
export const HOW_MANY_LISTEN = "how many listen?";
/** Asked of a node, which answers with how many changes it found by asking for heads. */
export const HOW_MANY_FOUND = "how many found?";
