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
  return (
    <ConnectionSign
      state={state === "online" && isPaused ? "paused" : NAMES[state]}
      waiting={state === "online" ? 0 : unsent}
    />
  );
}
