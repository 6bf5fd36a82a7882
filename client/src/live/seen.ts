import type { ApolloCache } from "@apollo/client/cache";
import { BoardViewFragmentDoc, GatheringViewFragmentDoc } from "@ordskifte/schema";
import { clear, del, entries, get, set, type UseStore } from "idb-keyval";
import type { Caller } from "./caller.js";
import { deviceStore } from "./device-store.js";
import { writeEntity } from "./entity-lists.js";

/** How often a picture that changes is stored, in milliseconds. */
const interval = 3_000;
/** Pictures that are kept; the oldest leave first. */
const atMost = 8;

const fragments = {
  Board: { fragment: BoardViewFragmentDoc, fragmentName: "BoardView" },
  Gathering: { fragment: GatheringViewFragmentDoc, fragmentName: "GatheringView" },
} as const;

type Kind = keyof typeof fragments;

interface Picture {
  readonly personId: string;
  /** Milliseconds since 1970, by this device's clock. */
  readonly seenAt: number;
  readonly view: { __typename: Kind; id: string; gatheringId?: string };
}

/** One board or gathering as it was seen last on this device. */
export interface Memory {
  /** Puts the picture on the screen where nothing newer is there; never throws. */
  readonly restore: () => Promise<void>;
  /** Forgets it: it is no longer for this person. */
  readonly drop: () => Promise<void>;
  /** The picture has changed. */
  readonly note: () => void;
}

/**
 * What was seen last, kept for the time without a net. A picture is for the person who saw it; a browser that stores
 * nothing has none.
 */
export class Seen {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly store = deviceStore("ordskifte-seen", "pictures");

  constructor(
    private readonly cache: ApolloCache,
    private readonly caller: Pick<Caller, "person">,
  ) {}

  memory(kind: Kind, id: string): Memory {
    const key = `${kind}:${id}`;
    return {
      restore: () => this.try((store) => this.restore(store, kind, key)),
      drop: () => this.try((store) => this.drop(store, key, id)),
      note: () => {
        if (!this.timers.has(key))
          this.timers.set(
            key,
            setTimeout(() => this.keep(kind, key), interval),
          );
      },
    };
  }

  /** Forgets everything: somebody else is calling now. */
  async clear(): Promise<void> {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    await this.try(clear);
  }

  private async restore(store: UseStore, kind: Kind, key: string): Promise<void> {
    const picture = await get<Picture>(key, store);
    if (!picture || picture.personId !== this.caller.person.get() || this.read(kind, key)) return;
    const { fragment, fragmentName } = fragments[kind];
    writeEntity(this.cache, fragment as typeof BoardViewFragmentDoc, fragmentName, picture.view as never);
  }

  /** Takes a gathering's boards along: who was removed from it may read none of them. */
  private async drop(store: UseStore, key: string, id: string): Promise<void> {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    const pictures = await entries<string, Picture>(store);
    const lost = pictures.filter(([other, { view }]) => other === key || view.gatheringId === id);
    for (const [lostKey] of lost) await del(lostKey, store);
  }

  private keep(kind: Kind, key: string): void {
    this.timers.delete(key);
    const [personId, view] = [this.caller.person.get(), this.read(kind, key)];
    if (personId === null || !view) return;
    void this.try(async (store) => {
      await set(key, { personId, view, seenAt: Date.now() } satisfies Picture, store);
      await this.prune(store);
    });
  }

  private read(kind: Kind, id: string): Picture["view"] | null {
    return this.cache.readFragment<Picture["view"]>({ id, ...fragments[kind] });
  }

  private async prune(store: UseStore): Promise<void> {
    const pictures = await entries<string, Picture>(store);
    const newest = pictures.toSorted(([, one], [, other]) => other.seenAt - one.seenAt);
    for (const [key] of newest.slice(atMost)) await del(key, store);
  }

  private async try(work: (store: UseStore) => Promise<void>): Promise<void> {
    try {
      await work(this.store);
    } catch {
      // Storage is refused or full: the page works as before, with a net.
    }
  }
}
