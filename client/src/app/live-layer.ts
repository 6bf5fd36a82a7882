import type { Live } from "../live/index.js";
import { persistently } from "./persistently.js";
import { whenIdle } from "./when-idle.js";

let starting: Promise<Live> | null = null;

/**
 * The live layer (Apollo, the socket, the outbox) in a chunk of its own, started once a page: the door and the join form
 * are there before it is, so that a phone on a bad net can type while the rest arrives.
 */
export function liveLayer(): Promise<Live> {
  starting ??= persistently(() => import("../live/index.js")).then(({ makeLive }) =>
    makeLive(window.location.origin),
  );
  return starting;
}

/** Fetches the live layer and the first live screen when the browser has nothing better to do. */
export function prepareLiveLayer(): void {
  whenIdle(() => {
    void Promise.all([liveLayer(), import("../features/gathering/gathering-screen.js")]).catch(forget);
  });
}

/** A chunk that did not come is asked for again when it is needed. */
function forget(): void {
  starting = null;
}
