import type { App } from "../context.js";
import { type BoardPulse, readPulse } from "../boards/index.js";

/** Figures are fresh to about a second; leaders look at tiles, they do not count along. */
const EVERY_MS = 1_000;
/** Hints may be lost: everything is read anew this often. */
const ALL_EVERY_TICKS = 15;

export interface PulseListener {
  readonly hear: (pulses: readonly BoardPulse[]) => void;
  /** Asked whenever the gathering has moved: whoever may see it no longer stops listening (FEED6). Throws where it is unknown. */
  readonly check: () => Promise<void>;
}

/** The pulse of one gathering's boards on this node, read once for everybody who follows it. */
class GatheringPulse {
  readonly listeners = new Set<PulseListener>();
  private readonly dirty = new Set<string>();
  private boards = new Set<string>();
  private everything = true;
  private ticks = 0;
  private readonly timer: NodeJS.Timeout;
  private readonly stops: (() => void)[];

  constructor(
    private readonly app: App,
    private readonly gatheringId: string,
  ) {
    this.timer = setInterval(() => void this.tick().catch(() => this.markAll()), EVERY_MS).unref();
    this.stops = [
      app.hints.subscribe(({ streamId }) => this.mark(streamId)),
      app.presence.onChange((id) => this.mark(id)),
    ];
  }

  stop(): void {
    clearInterval(this.timer);
    for (const stop of this.stops) stop();
  }

  /** The gathering's own stream tells of new boards among other things. */
  private mark(streamId: string): void {
    if (streamId === this.gatheringId) this.markAll();
    else if (this.boards.has(streamId)) this.dirty.add(streamId);
  }

  private markAll(): void {
    this.everything = true;
  }

  private async tick(): Promise<void> {
    this.ticks += 1;
    const all = this.everything || this.ticks % ALL_EVERY_TICKS === 0;
    const some = [...this.dirty];
    if (!all && some.length === 0) return;
    this.everything = false;
    this.dirty.clear();
    const pulses = await readPulse(this.app.pool, this.gatheringId, this.app.presence, all ? null : some);
    for (const { boardId } of pulses) this.boards.add(boardId);
    if (all) await Promise.all([...this.listeners].map((listener) => listener.check()));
    for (const { hear } of this.listeners) hear(pulses);
  }
}

const hubs = new WeakMap<App, Map<string, GatheringPulse>>();

/** Tells `listener` of the boards whose figures may have changed, all of them first. Returns how to stop. */
export const followPulse = (app: App, gatheringId: string, listener: PulseListener): (() => void) => {
  const hub = hubs.get(app) ?? new Map<string, GatheringPulse>();
  hubs.set(app, hub);
  const pulse = hub.get(gatheringId) ?? new GatheringPulse(app, gatheringId);
  hub.set(gatheringId, pulse);
  pulse.listeners.add(listener);
  return () => {
    pulse.listeners.delete(listener);
    if (pulse.listeners.size > 0) return;
    pulse.stop();
    hub.delete(gatheringId);
  };
};
