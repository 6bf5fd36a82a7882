import { createStore, type UseStore } from "idb-keyval";

/** A try that takes longer has been forgotten by the browser. Milliseconds. */
const patience = 5_000;

/**
 * A store of this device, in IndexedDB. WebKit lets go of a database while a phone sleeps without always saying so, and may
 * leave a request unanswered for ever: what fails or is not answered is tried once more on a connection of its own.
 */
export function deviceStore(database: string, name: string): UseStore {
  let store = createStore(database, name);
  return async (mode, callback) => {
    try {
      return await withinPatience(store(mode, callback));
    } catch {
      store = createStore(database, name);
      return withinPatience(store(mode, callback));
    }
  };
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The device did not answer.")), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
