import { get, update } from "idb-keyval";
import { Cell, type Readable } from "../cell.js";
import { deviceStore } from "../device-store.js";
import type { OutboxItem } from "./item.js";

type List = readonly OutboxItem[];

/** Where the items lie between two lives of the page. Changes are atomic, also between tabs. */
export interface Shelf {
  /** Whether what lies here outlives the page. */
  readonly isKept: Readable<boolean>;
  read(): Promise<List>;
  change(how: (list: List) => List): Promise<void>;
  /** Calls `listener` when another tab has changed the shelf. */
  watch(listener: () => void): () => void;
}

const key = "items";

/** The shelf of this device, in IndexedDB. */
export function deviceShelf(name = "ordskifte-outbox"): Shelf {
  const store = deviceStore(name, "items");
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(name) : null;
  return {
    isKept: new Cell(true),
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

/**
 * A shelf that goes on in memory from the first time `device` refuses (storage is full, or a private window has none),
 * with what was last known of it. What it lets go of afterwards is taken off the device too, where that works.
 */
export function shelfWithSpare(device: Shelf): Shelf {
  const isKept = new Cell(true);
  let known: List = [];
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done;
    return done;
  };
  const orRefused = (work: Promise<void>) => work.catch(() => isKept.set(false));
  const read = async () => {
    if (isKept.get()) await orRefused(device.read().then((list) => void (known = list)));
    return known;
  };
  const change = async (how: (list: List) => List) => {
    known = how(known);
    await orRefused(device.change(how));
  };
  return {
    isKept,
    read: () => inTurn(read),
    change: (how) => inTurn(() => change(how)),
    watch: (listener) => device.watch(listener),
  };
}
