import { Cell, type Readable } from "./cell.js";

const key = "ordskifte.caller";

/** Asks the server whose session this is; null when it is nobody's. */
export type AskCaller = () => Promise<string | null>;

/**
 * The person whose session this browser has, as far as this page knows: remembered between lives of the page, the same
 * in all tabs. Null while it is unknown, or nobody's.
 */
export class Caller {
  private readonly cell = new Cell<string | null>(remembered());
  private readonly otherListeners = new Set<() => void>();

  readonly person: Readable<string | null> = this.cell;

  constructor(private readonly ask: AskCaller) {}

  /** Calls `listener` when the session turns out to be another person's than we knew. */
  onOther(listener: () => void): void {
    this.otherListeners.add(listener);
  }

  /** The server said whose session it is. */
  met(person: string | null): void {
    const before = this.cell.get();
    if (person === before) return;
    this.forget(person);
    if (before !== null) this.tellOther();
  }

  /** Another tab said whose session it is. */
  heard(person: string | null): void {
    if (person === this.cell.get()) return;
    this.cell.set(person);
    this.tellOther();
  }

  /** Forgets who it was; `person` is who it is now, where that is known. */
  forget(person: string | null = null): void {
    remember(person);
    this.cell.set(person);
  }

  /** Asks the server anew. Without an answer we know what we knew. */
  async doubt(): Promise<void> {
    try {
      this.met(await this.ask());
    } catch {
      // The net is away: whoever has reason to doubt asks again.
    }
  }

  private tellOther(): void {
    for (const listener of this.otherListeners) listener();
  }
}

/** Listens to what other tabs know about the session. */
export function shareCaller(caller: Caller): void {
  window.addEventListener("storage", (event) => {
    if (event.key === key) caller.heard(event.newValue);
  });
}

function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(person: string | null): void {
  try {
    if (person === null) localStorage.removeItem(key);
    else localStorage.setItem(key, person);
  } catch {
    // A browser that refuses storage: it is known as long as the page lives.
  }
}
