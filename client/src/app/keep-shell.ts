import { whenIdle } from "./when-idle.js";

/** Lets the page open without a net next time. Fetches what that takes when everything else has come. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = () => {
    // Refused in private windows of some browsers: they need the net to open the page, and nothing else is lost.
    whenIdle(() => void navigator.serviceWorker.register("/sw.js").catch(() => undefined));
  };
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}
