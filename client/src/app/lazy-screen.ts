import { type ComponentType, lazy } from "react";
import { loadTexts } from "../i18n/i18n.js";
import { persistently } from "./persistently.js";

type ScreenModule = { default: ComponentType };

/** A screen in its own chunk, fetched together with its texts; `prepare` fetches it before it is asked for. */
export function lazyScreen(load: () => Promise<ScreenModule>, ...namespaces: string[]) {
  let screen: Promise<ScreenModule> | null = null;
  const fetchOnce = () => {
    screen ??= persistently(async () => {
      const [module] = await Promise.all([load(), loadTexts(...namespaces)]);
      return module;
    });
    return screen;
  };
  const prepare = () => void fetchOnce().catch(() => (screen = null));
  return Object.assign(lazy(fetchOnce), { prepare });
}
