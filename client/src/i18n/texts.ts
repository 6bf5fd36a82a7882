import "i18next";
import type door from "../features/door/texts/door.nb.js";
import type refusals from "./texts/refusals.nb.js";
import type shell from "./texts/shell.nb.js";
import type ui from "./texts/ui.nb.js";

/** The same keys as the bokmål catalogue, each with a text. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };

/** One line for each namespace: this is what makes `t("…")` refuse a key that does not exist. */
export interface Namespaces {
  shell: typeof shell;
  ui: typeof ui;
  refusals: typeof refusals;
  door: typeof door;
}

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    resources: Namespaces;
    returnNull: false;
  }
}
