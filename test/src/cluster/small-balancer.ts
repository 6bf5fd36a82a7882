import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Balancer } from "./balancer.js";

const CHECK_MS = 200;

interface Place {
  readonly port: number;
  isUp: boolean;
  open: number;
}

/** For machines without HAProxy: passes connections on, as they are, to the ready node that has the fewest. */
export class SmallBalancer implements Balancer {
  private readonly places: readonly Place[];
  private readonly server: Server = createServer({ pauseOnConnect: true }, (near) => {
    near.on("error", () => undefined);
    this.pass(near, []);
  });
  private readonly lines = new Set<Socket>();
  private stopped = false;

  private constructor(
    readonly port: number,
    nodePorts: readonly number[],
  ) {
    this.places = nodePorts.map((nodePort) => ({ port: nodePort, isUp: false, open: 0 }));
  }

  static async start(port: number, nodePorts: readonly number[]): Promise<SmallBalancer> {
    const balancer = new SmallBalancer(port, nodePorts);
    for (const place of balancer.places) void balancer.keepChecking(place);
    await balancer.untilAllUp();
    balancer.server.listen(port, "127.0.0.1");
    await once(balancer.server, "listening");
    return balancer;
  }

  async untilAllUp(): Promise<void> {
    while (!this.places.every(({ isUp }) => isUp)) await delay(CHECK_MS / 4);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.server.close();
    for (const line of this.lines) line.destroy();
  }

  private async keepChecking(place: Place): Promise<void> {
    while (!this.stopped) {
      const response = await fetch(`http://127.0.0.1:${place.port}/readyz`).catch(() => null);
      place.isUp = response?.ok ?? false;
      await delay(CHECK_MS);
    }
  }

  /** A node that does not even take the connection has heard nothing: another one gets it. */
  private pass(near: Socket, tried: readonly Place[]): void {
    const [place] = this.places
      .filter((one) => one.isUp && !tried.includes(one))
      .toSorted((one, other) => one.open - other.open);
    if (!place) return void near.destroy();
    const far = connect(place.port, "127.0.0.1");
    const again = (): void => this.pass(near, [...tried, place]);
    far.once("error", again);
    far.once("connect", () => {
      far.off("error", again);
      this.join(near, far, place);
    });
  }

  private join(near: Socket, far: Socket, place: Place): void {
    place.open += 1;
    far.once("close", () => (place.open -= 1));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.lines.add(one);
      one.on("error", () => other.destroy());
      one.once("close", () => {
        this.lines.delete(one);
        other.destroySoon();
      });
      one.pipe(other);
    }
  }
}
