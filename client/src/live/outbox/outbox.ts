import type { Backoff, Pause } from "../backoff.js";
import type { Caller } from "../caller.js";
import { Cell, type Readable } from "../cell.js";
import { newMutationId } from "../mutation-id.js";
import type { Accepted, Deliver, Delivery } from "./deliver.js";
import {
  firstWaiting,
  isForgottenWhenRefused,
  leftBehind,
  takenBack,
  withItem,
  withoutItem,
  withState,
  type InputOf,
  type OutboxItem,
  type SendableName,
} from "./item.js";
import type { Shelf } from "./shelf.js";

type List = readonly OutboxItem[];

/** Tries after which an item that the server stumbles on steps aside for the next one. */
const triesInTrouble = 5;

/** What the present caller has in the outbox, and which item is on its way right now. */
export interface OutboxView {
  readonly items: List;
  readonly sendingId: string | null;
  /** How many new cards lie here that others at this device wrote; anybody's while nobody knows who calls. */
  readonly leftBehind: number;
  /** Whose view this is; null while nobody knows who calls. */
  readonly personId: string | null;
  /** How long the server has last wanted an item to wait, because there were many at once. Milliseconds; 0 as a rule. */
  readonly heldMs: number;
}

export interface OutboxSurroundings {
  readonly shelf: Shelf;
  readonly deliver: Deliver;
  readonly caller: Pick<Caller, "person" | "doubt">;
  /** Writes an accepted answer to the cache. */
  readonly accept: (item: OutboxItem, answer: Accepted) => void;
  /** Runs `work` while no other tab runs its own. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly pause: Pause;
  readonly backoff: Backoff;
}

/**
 * Sends what people wrote, in order, each exactly once: an item leaves the shelf only when the
 * server has answered it, and a repeat is recognised by its id. Each belongs to a person and waits
 * for them: somebody else at the same device neither sees it nor sends it.
 */
export class Outbox {
  private readonly cell = new Cell<OutboxView>({
    items: [],
    sendingId: null,
    leftBehind: 0,
    personId: null,
    heldMs: 0,
  });
  private shelved: Promise<void> = Promise.resolve();
  private draining: Promise<void> | null = null;
  private readonly troubles = new Map<string, number>();
  private readonly begun = new Set<string>();

  readonly view: Readable<OutboxView> = this.cell;

  constructor(private readonly around: OutboxSurroundings) {
    around.shelf.watch(() => void this.reload());
    around.caller.person.subscribe(() => {
      this.show(this.cell.get().items);
      this.kick();
    });
  }

  /** Takes up what an earlier life of the page left behind, and begins to send. */
  async open(): Promise<void> {
    await this.reload();
    this.kick();
  }

  /** Queues a write and answers its id, which is also the id of a new card. */
  send<Name extends SendableName>(name: Name, input: InputOf<Name>, scope: string): string {
    const id = newMutationId();
    const createdAt = new Date().toISOString();
    const personId = this.around.caller.person.get();
    const state = { kind: "waiting" };
    const item = { id, name, input, personId, scope, createdAt, state } as OutboxItem;
    this.change((list) => withItem(list, item));
    this.kick();
    return id;
  }

  /** Whether what waits outlives the page. */
  get isKept(): Readable<boolean> {
    return this.around.shelf.isKept;
  }

  /** Resolves when all that was queued until now lies where it is kept. */
  stored(): Promise<void> {
    return this.shelved;
  }

  /** Takes an item back. A new card that is on its way, or may be there already, is withdrawn at once. */
  takeBack(id: string): void {
    const withdrawalId = newMutationId();
    this.change((list) => takenBack(list, id, withdrawalId));
    this.kick();
  }

  /** Makes the cards that were left behind on this device the present caller's, and sends them. */
  adopt(): void {
    const personId = this.around.caller.person.get();
    if (personId === null) return;
    this.change((list) => {
      const left = new Set(leftBehind(list, personId));
      return list.map((item) => (left.has(item) ? { ...item, personId } : item));
    });
    this.kick();
  }

  /** Takes an item back that has not begun its way to the server; false when it has, or is there already. */
  takeBackWaiting(id: string): boolean {
    if (this.begun.has(id) || !this.cell.get().items.some((item) => item.id === id)) return false;
    this.takeBack(id);
    return true;
  }

  /**
   * Tries a refused or failed item again. What the server has answered is answered for good, so
   * the item gets a new id; what it only stumbled on may have been done, and keeps its id.
   */
  retry(id: string): void {
    this.troubles.delete(id);
    this.change((list) => list.map((item) => (item.id === id ? again(item) : item)));
    this.kick();
  }

  /** Begins to send, if that is not happening already; ends a pause between tries. */
  kick(): void {
    this.around.pause.wake();
    this.draining ??= this.drain();
  }

  /** Resolves when nothing is being sent and every change has been stored. */
  async settled(): Promise<void> {
    await this.draining;
    await this.shelved;
  }

  private async drain(): Promise<void> {
    let tries = 0;
    for (;;) {
      const outcome = await this.around.alone(() => this.sendFirst());
      tries = outcome === "later" ? tries + 1 : 0;
      const { heldMs } = this.cell.get();
      if (tries > 0) await this.around.pause.sleep(Math.max(heldMs, this.around.backoff(tries - 1)));
      if (outcome !== "idle" || this.next()) continue;
      this.draining = null;
      // Until the last of them is through: each of those that were too many waits a little.
      this.hold(0);
      return;
    }
  }

  private async sendFirst(): Promise<"sent" | "idle" | "later"> {
    await this.reload();
    const item = this.next();
    if (!item) return "idle";
    this.begun.add(item.id);
    this.cell.set({ ...this.cell.get(), sendingId: item.id });
    const delivery = await this.around.deliver(item);
    const done = this.settle(item, delivery);
    await this.shelved;
    return done ? "sent" : "later";
  }

  /** The caller's oldest item that waits; none while nobody knows who calls. */
  private next(): OutboxItem | undefined {
    return this.around.caller.person.get() === null ? undefined : firstWaiting(this.cell.get().items);
  }

  private show(list: List): void {
    const personId = this.around.caller.person.get();
    const items = list.filter((item) => item.personId === personId);
    const left = leftBehind(list, personId).length;
    this.cell.set({ ...this.cell.get(), items, leftBehind: left, personId });
  }

  /** Cache and list change in the same turn, so that a pending card becomes the real one at once. */
  private settle(item: OutboxItem, delivery: Delivery): boolean {
    switch (delivery.kind) {
      case "accepted":
        // Somebody else's screen does not show it.
        if (item.personId === this.around.caller.person.get()) this.around.accept(item, delivery.answer);
        return this.drop(item);
      case "refused": {
        const { refusal } = delivery;
        if (isForgottenWhenRefused(item)) return this.drop(item);
        return this.finish((list) => withState(list, item.id, { kind: "refused", refusal }));
      }
      case "rejected":
        if (delivery.code === "OTHER_CALLER") return this.doubtCaller();
        return isForgottenWhenRefused(item) ? this.drop(item) : this.fail(item, delivery.code);
      case "busy":
        return this.hold(delivery.afterMs);
      case "trouble":
        return this.countTrouble(item) ? this.fail(item, "TROUBLE") : this.postpone();
      default:
        return this.postpone();
    }
  }

  private finish(how: (list: List) => List): true {
    this.change(how, null);
    return true;
  }

  private drop({ id }: OutboxItem): true {
    return this.finish((list) => withoutItem(list, id));
  }

  private fail(item: OutboxItem, code: string): true {
    return this.finish((list) => withState(list, item.id, { kind: "failed", code }));
  }

  /** It waits for its person, who may be back already. */
  private doubtCaller(): false {
    void this.around.caller.doubt();
    return this.postpone();
  }

  private postpone(): false {
    return this.hold(this.cell.get().heldMs);
  }

  private hold(heldMs: number): false {
    this.cell.set({ ...this.cell.get(), sendingId: null, heldMs });
    return false;
  }

  /** True when the server has stumbled on this item too often. */
  private countTrouble({ id }: OutboxItem): boolean {
    const count = (this.troubles.get(id) ?? 0) + 1;
    this.troubles.set(id, count);
    return count >= triesInTrouble;
  }

  private change(how: (list: List) => List, sendingId = this.cell.get().sendingId): void {
    this.cell.set({ ...this.cell.get(), items: how(this.cell.get().items), sendingId });
    this.shelved = this.shelved.then(() => this.around.shelf.change(how));
  }

  /** Other tabs write to the same shelf; what this tab still has to store is stored first. */
  private async reload(): Promise<void> {
    let before: Promise<void>;
    do {
      before = this.shelved;
      await before;
      const items = await this.around.shelf.read();
      if (before === this.shelved) this.show(items);
    } while (before !== this.shelved);
  }
}

function again(item: OutboxItem): OutboxItem {
  const stumbled = item.state.kind === "failed" && item.state.code === "TROUBLE";
  return { ...item, id: stumbled ? item.id : newMutationId(), state: { kind: "waiting" } };
}
