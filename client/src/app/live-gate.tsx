import { Outlet } from "react-router";
import { type Live, LiveProvider } from "../live/index.js";
import { ConnectionSlot } from "./connection-slot.js";
import { Shell } from "./shell.js";

/** Gives the screens behind it the live layer. */
export function liveGate(live: Live) {
  return function LiveGate() {
    return (
      <LiveProvider live={live}>
        <Outlet />
      </LiveProvider>
    );
  };
}

/** The usual frame with the connection sign, for screens behind the gate. */
export function LiveShell() {
  return <Shell sign={<ConnectionSlot />} />;
}
