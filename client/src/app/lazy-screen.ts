import { type ComponentType, lazy } from "react";
import { loadTexts } from "../i18n/i18n.js";

/** A screen in its own chunk, fetched together with its texts. */
export function lazyScreen(load: () => Promise<{ default: ComponentType }>, ...namespaces: string[]) {
  return lazy(async () => {
    const [screen] = await Promise.all([load(), loadTexts(...namespaces)]);
    return screen;
  });
}
