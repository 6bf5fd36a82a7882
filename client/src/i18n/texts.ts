import type board from "../features/board/texts/board.nb.js";
import type door from "../features/door/texts/door.nb.js";
import type gather from "../features/lead/texts/gather.nb.js";
import type gathering from "../features/gathering/texts/gathering.nb.js";
import type habits from "../features/habits/texts/habits.nb.js";
import type keeping from "../features/keeping/texts/keeping.nb.js";
import type join from "../features/join/texts/join.nb.js";
import type lead from "../features/lead/texts/lead.nb.js";
import type network from "../features/network/texts/network.nb.js";
import type plan from "../features/plan/texts/plan.nb.js";
import type preflight from "../features/preflight/texts/preflight.nb.js";
import type plenary from "../features/plenary/texts/plenary.nb.js";
import type revisit from "../features/revisit/texts/revisit.nb.js";
import type running from "../features/running/texts/running.nb.js";
import type ownData from "../features/own-data/texts/ownData.nb.js";
import type signIn from "../features/sign-in/texts/signIn.nb.js";
import type refusals from "./texts/refusals.nb.js";
import type shell from "./texts/shell.nb.js";
import type ui from "./texts/ui.nb.js";

/** The same keys as the bokmål catalogue, each with a text. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };

/** One line for each namespace: this is what makes `t("…")` refuse a key that does not exist. */
interface Namespaces {
  shell: typeof shell;
  ui: typeof ui;
  refusals: typeof refusals;
  door: typeof door;
  join: typeof join;
  ownData: typeof ownData;
  signIn: typeof signIn;
  gather: typeof gather;
  gathering: typeof gathering;
  habits: typeof habits;
  board: typeof board;
  keeping: typeof keeping;
  lead: typeof lead;
  network: typeof network;
  plan: typeof plan;
  plenary: typeof plenary;
  preflight: typeof preflight;
  revisit: typeof revisit;
  running: typeof running;
}

export type NamespaceName = keyof Namespaces;

/** `a.b` for every text; the two forms of a plural are one key. */
type Paths<Texts, Before extends string = ""> = {
  [K in keyof Texts & string]: Texts[K] extends string
    ? `${Before}${Stem<K>}`
    : Paths<Texts[K], `${Before}${K}.`>;
}[keyof Texts & string];
type Stem<K extends string> = K extends `${infer Start}_one` | `${infer Start}_other` ? Start : K;

/** The keys of namespace `First`, and with their namespace before them those of all in `Any`. */
export type KeyOf<First extends NamespaceName, Any extends NamespaceName> =
  | Paths<Namespaces[First]>
  | { [N in Any]: `${N}:${Paths<Namespaces[N]>}` }[Any];
