import {
  isUnsent,
  useConnection,
  useLive,
  useOutbox,
  useReadable,
  type ConnectionState,
} from "../live/index.js";
import { type ConnectionName, ConnectionSign } from "../ui/connection-sign.js";

const NAMES: Record<ConnectionState, ConnectionName> = {
  online: "live",
  connecting: "reconnecting",
  waiting: "offline",
  stopped: "stopped",
};

/** The connection sign with what the live layer knows. Unsent writes are counted only while the net is away. */
export function ConnectionSlot() {
  const state = useConnection();
  const isPaused = useReadable(useLive().feeds.paused);
  const { view } = useOutbox();
  const unsent = view.items.filter(isUnsent).length;
  if (state !== "online") return <ConnectionSign state={NAMES[state]} waiting={unsent} />;
  if (isPaused) return <ConnectionSign state="paused" />;
  return <ConnectionSign state={view.heldMs > 0 ? "held" : "live"} />;
}
