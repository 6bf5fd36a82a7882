import { inSnapshot } from "../database/pool.js";
import { readStream, type StreamState } from "../live/log.js";
import type { Presenters, Viewer } from "../live/presenter.js";
import { readWindow } from "../live/window.js";
import type { App } from "../modules/context.js";

/** Where a stream stands. */
export const headOf = async ({ pool }: App, streamId: string): Promise<number> =>
  ((await readStream(pool, streamId)) as StreamState).head;

/** What each of these viewers hears who stood at `from` and comes back now: the frame itself, presented once an audience. */
export const heardSince = (
  app: App,
  streamId: string,
  from: number,
  presenters: Presenters,
  viewers: readonly Viewer[],
): Promise<(readonly unknown[])[]> =>
  inSnapshot(app.pool, async (db) => {
    const window = await readWindow(db, presenters, (await readStream(db, streamId)) as StreamState, from);
    return viewers.map((viewer) => window.frameFor(viewer, 1).changes);
  });
