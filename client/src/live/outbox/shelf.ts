import { createStore, get, update } from "idb-keyval";
import type { OutboxItem } from "./item.js";

type List = readonly OutboxItem[];

/** Where the items lie between two lives of the page. Changes are atomic, also between tabs. */
export interface Shelf {
  read(): Promise<List>;
  change(how: (list: List) => List): Promise<void>;
  /** Calls `listener` when another tab has changed the shelf. */
  watch(listener: () => void): () => void;
}

const key = "items";

/** The shelf of this device, in IndexedDB. */
export function deviceShelf(name = "ordskifte-outbox"): Shelf {
  const store = createStore(name, "items");
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(name) : null;
  return {
    read: async () => (await get<List>(key, store)) ?? [],
    change: async (how) => {
      await update<List>(key, (list) => how(list ?? []), store);
      channel?.postMessage("changed");
    },
    watch: (listener) => {
      channel?.addEventListener("message", listener);
      return () => channel?.removeEventListener("message", listener);
    },
  };
}

/** A shelf for browsers that refuse to store anything: it lives as long as the page. */
export function memoryShelf(): Shelf {
  let list: List = [];
  return {
    read: () => Promise.resolve(list),
    change: (how) => {
      list = how(list);
      return Promise.resolve();
    },
    watch: () => () => undefined,
  };
}

/** Uses `first` until it throws, and `second` from then on. */
export function shelfOr(first: Shelf, second: Shelf): Shelf {
  let shelf = first;
  const attempt = <T>(work: (on: Shelf) => Promise<T>): Promise<T> =>
    work(shelf).catch((error: unknown) => {
      if (shelf === second) throw error;
      shelf = second;
      return work(shelf);
    });
  return {
    read: () => attempt((on) => on.read()),
    change: (how) => attempt((on) => on.change(how)),
    watch: (listener) => first.watch(listener),
  };
}
