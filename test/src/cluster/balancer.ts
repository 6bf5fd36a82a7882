/** What stands in front of the nodes. */
export interface Balancer {
  readonly port: number;
  /** Until the balancer, too, has seen that all nodes are ready. */
  untilAllUp(): Promise<void>;
  stop(): Promise<void>;
}
