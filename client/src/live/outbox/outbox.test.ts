import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { Pause } from "../backoff.js";
import type { Caller } from "../caller.js";
import { Cell } from "../cell.js";
import { board, example } from "../testing/samples.js";
import type { Accepted, Deliver, Delivery } from "./deliver.js";
import { type InputOf, isUnsent, type OutboxItem } from "./item.js";
import { Outbox } from "./outbox.js";
import { deviceShelf, shelfWithSpare, type Shelf } from "./shelf.js";

/** A server that knows its receipts: the same id is done once, whatever happens to the answers. */
class Hall {
  readonly done: string[] = [];
  readonly asked: string[] = [];
  /** What happens to the next answers on their way; then they all arrive. */
  readonly fates: ("lost before" | "lost after" | "trouble" | "too much")[] = [];
  readonly refuse = new Set<string>();
  away = false;
  /** Whose session the browser has. */
  session = "";
  private readonly receipts = new Set<string>();

  readonly deliver: Deliver = async (item): Promise<Delivery> => {
    if (this.away) return { kind: "unreachable" };
    if (this.session && this.session !== item.personId) return { kind: "rejected", code: "OTHER_CALLER" };
    const fate = this.fates.shift();
    const text = bodyOf(item);
    this.asked.push(text);
    if (fate === "lost before") return { kind: "unreachable" };
    if (fate === "trouble") return { kind: "trouble" };
    if (fate === "too much") return { kind: "busy", afterMs: 5 };
    if (this.refuse.has(text))
      return { kind: "refused", refusal: { __typename: "BoardFrozen", message: "Frozen" } };
    if (!this.receipts.has(item.id)) this.done.push(text);
    this.receipts.add(item.id);
    return fate === "lost after" ? { kind: "unreachable" } : { kind: "accepted", answer: written(item) };
  };
}

function bodyOf(item: OutboxItem): string {
  if (item.name === "WithdrawContribution") return `taken away ${item.input.contributionId}`;
  return "body" in item.input ? item.input.body : item.name;
}

function written(item: OutboxItem): Accepted {
  return {
    __typename: "BoardWritten",
    clientMutationId: item.id,
    cursor: "e.1",
    board: board(),
    contribution: example(item.id, 1, bodyOf(item)),
  };
}

type Seat = Pick<Caller, "doubt"> & { readonly person: Cell<string | null> };

const card = (body: string): InputOf<"PostContribution"> => ({ boardId: "board-1", kind: "IDEA", body });

let shelves = 0;
const freshShelf = () => deviceShelf(`outbox-${(shelves += 1)}`);
const open: Outbox[] = [];

/** Who sits at the device. */
const seat = () => {
  const person = new Cell<string | null>("kari");
  return { person, doubt: () => Promise.resolve() };
};

function outboxOn(shelf: Shelf, deliver: Deliver, accepted: string[] = [], caller: Seat = seat()) {
  const outbox = new Outbox({
    shelf,
    deliver,
    caller,
    accept: (item) => void accepted.push(bodyOf(item)),
    alone: (work) => work(),
    pause: new Pause(),
    backoff: () => 0,
  });
  open.push(outbox);
  return outbox;
}

const texts = (outbox: Outbox) => outbox.view.get().items.map(bodyOf);

afterEach(async () => {
  for (const outbox of open.splice(0)) await outbox.settled();
});

describe("outbox", () => {
  it("sends in the order things were written, whatever gets lost on the way", async () => {
    const hall = new Hall();
    hall.fates.push("lost before", "lost after", "lost before", "lost after");
    const accepted: string[] = [];
    const outbox = outboxOn(freshShelf(), hall.deliver, accepted);
    await outbox.open();
    for (const text of ["en", "to", "tre"]) outbox.send("PostContribution", card(text), "board-1");
    await outbox.settled();
    expect(hall.done).toEqual(["en", "to", "tre"]);
    expect(accepted).toEqual(["en", "to", "tre"]);
    expect(texts(outbox)).toEqual([]);
  });

  it("does a thing once when its answer is lost and the page dies before it is asked again", async () => {
    const hall = new Hall();
    const shelf = freshShelf();
    const dying = outboxOn(shelf, async (item) => {
      await hall.deliver(item);
      return new Promise<never>(() => undefined);
    });
    open.splice(open.indexOf(dying), 1);
    await dying.open();
    dying.send("PostContribution", card("en"), "board-1");
    dying.send("PostContribution", card("to"), "board-1");
    while (hall.done.length === 0) await new Promise((go) => setTimeout(go, 1));
    const next = outboxOn(shelf, hall.deliver);
    await next.open();
    await next.settled();
    expect(hall.asked).toEqual(["en", "en", "to"]);
    expect(hall.done).toEqual(["en", "to"]);
  });

  it("keeps the id of the card through a reload", async () => {
    const shelf = freshShelf();
    const away = outboxOn(shelf, () => new Promise<never>(() => undefined));
    open.splice(open.indexOf(away), 1);
    await away.open();
    const id = away.send("PostContribution", card("en"), "board-1");
    while ((await shelf.read()).length === 0) await new Promise((go) => setTimeout(go, 1));
    const ids: string[] = [];
    const hall = new Hall();
    const next = outboxOn(shelf, (item) => {
      ids.push(item.id);
      return hall.deliver(item);
    });
    await next.open();
    await next.settled();
    expect(ids).toEqual([id]);
  });

  it("keeps what was refused, and lets the next one pass", async () => {
    const hall = new Hall();
    hall.refuse.add("en");
    const outbox = outboxOn(freshShelf(), hall.deliver);
    const refused = outbox.send("PostContribution", card("en"), "board-1");
    outbox.send("PostContribution", card("to"), "board-1");
    await outbox.settled();
    expect(hall.done).toEqual(["to"]);
    expect(outbox.view.get().items).toMatchObject([
      { id: refused, state: { kind: "refused", refusal: { __typename: "BoardFrozen" } } },
    ]);
  });

  it("asks anew under another id when a refused card is tried again: the first answer stands", async () => {
    const hall = new Hall();
    hall.refuse.add("en");
    const outbox = outboxOn(freshShelf(), hall.deliver);
    const id = outbox.send("PostContribution", card("en"), "board-1");
    await outbox.settled();
    hall.refuse.clear();
    outbox.retry(id);
    expect(outbox.view.get().items[0]?.id).not.toBe(id);
    await outbox.settled();
    expect(hall.done).toEqual(["en"]);
    expect(texts(outbox)).toEqual([]);
  });

  it("puts an item aside that the server stumbles on, and keeps its id for another try", async () => {
    const hall = new Hall();
    hall.fates.push("trouble", "trouble", "trouble", "trouble", "trouble");
    const outbox = outboxOn(freshShelf(), hall.deliver);
    const id = outbox.send("PostContribution", card("en"), "board-1");
    outbox.send("PostContribution", card("to"), "board-1");
    await outbox.settled();
    expect(outbox.view.get().items).toMatchObject([{ id, state: { kind: "failed", code: "TROUBLE" } }]);
    outbox.retry(id);
    expect(outbox.view.get().items[0]?.id).toBe(id);
    await outbox.settled();
    expect(hall.done).toEqual(["to", "en"]);
  });

  it("[LIMIT1] waits when the server has been sent too much, loses nothing, and says so meanwhile", async () => {
    const hall = new Hall();
    hall.fates.push("too much", "too much", "lost after", "too much");
    const outbox = outboxOn(freshShelf(), hall.deliver);
    const held: number[] = [];
    outbox.view.subscribe(() => {
      const { heldMs } = outbox.view.get();
      if (heldMs !== held.at(-1)) held.push(heldMs);
    });
    const sent = ["en", "to", "tre"].map((text) => outbox.send("PostContribution", card(text), "board-1"));
    expect(sent).toHaveLength(3);
    await outbox.settled();
    expect([hall.done, texts(outbox)]).toEqual([["en", "to", "tre"], []]);
    expect(hall.asked).toEqual(["en", "en", "en", "en", "en", "to", "tre"]);
    expect(held).toEqual([0, 5, 0]);
  });

  it("gives back what has not been sent, and withdraws what may have arrived", async () => {
    const hall = new Hall();
    hall.fates.push("lost after");
    let answer = (): void => undefined;
    const slow = new Promise<void>((done) => (answer = done));
    const outbox = outboxOn(freshShelf(), async (item) => {
      const delivery = await hall.deliver(item);
      await slow;
      return delivery;
    });
    const first = outbox.send("PostContribution", card("en"), "board-1");
    const second = outbox.send("PostContribution", card("to"), "board-1");
    while (outbox.view.get().sendingId !== first) await new Promise((go) => setTimeout(go, 1));
    outbox.takeBack(second);
    outbox.takeBack(first);
    answer();
    await outbox.settled();
    expect(hall.done).toEqual(["en", `taken away ${first}`]);
    expect(texts(outbox)).toEqual([]);
  });

  it("says nothing of a withdrawal of what never arrived", async () => {
    const hall = new Hall();
    hall.away = true;
    const outbox = outboxOn(freshShelf(), hall.deliver);
    const id = outbox.send("PostContribution", card("en"), "board-1");
    outbox.takeBack(id);
    expect(outbox.view.get().items.filter(isUnsent)).toEqual([]);
    hall.refuse.add(`taken away ${id}`);
    hall.away = false;
    outbox.kick();
    await outbox.settled();
    expect([hall.done, texts(outbox)]).toEqual([[], []]);
  });

  it("sends each once and in order from two tabs at once, also where the browser has no locks", async () => {
    const hall = new Hall();
    hall.fates.push("lost after", "lost before", "lost after");
    const shelf = freshShelf();
    const [one, other] = [outboxOn(shelf, hall.deliver), outboxOn(shelf, hall.deliver)];
    await Promise.all([one.open(), other.open()]);
    for (const [at, text] of ["en", "to", "tre", "fire"].entries()) {
      const tab = at % 2 === 0 ? one : other;
      tab.send("PostContribution", card(text), "board-1");
      await tab.stored();
    }
    await Promise.all([one.settled(), other.settled()]);
    expect(hall.done).toEqual(["en", "to", "tre", "fire"]);
    expect(await shelf.read()).toEqual([]);
  });

  it("sends only the last of several ballots for the same voter", async () => {
    const hall = new Hall();
    hall.fates.push("lost before");
    const outbox = outboxOn(freshShelf(), hall.deliver);
    outbox.send("PostContribution", card("en"), "board-1");
    for (const dots of [1, 2, 3]) {
      const choices = [{ ideaId: "idea-1", dots }];
      outbox.send("CastBallot", { roundId: "round-1", voter: 1, choices }, "gathering-1");
    }
    expect(texts(outbox)).toEqual(["en", "CastBallot"]);
    await outbox.settled();
    expect(hall.done).toEqual(["en", "CastBallot"]);
  });

  it("keeps what somebody wrote for them, and neither shows nor sends it as another", async () => {
    const hall = new Hall();
    const shelf = freshShelf();
    const caller = seat();
    hall.away = true;
    const outbox = outboxOn(shelf, hall.deliver, [], caller);
    outbox.send("PostContribution", card("Karis"), "board-1");
    caller.person.set("ola");
    expect(texts(outbox)).toEqual([]);
    hall.away = false;
    outbox.send("PostContribution", card("Olas"), "board-1");
    await outbox.settled();
    expect(hall.done).toEqual(["Olas"]);
    caller.person.set("kari");
    await outbox.settled();
    expect(hall.done).toEqual(["Olas", "Karis"]);
    expect(await shelf.read()).toEqual([]);
  });

  it("lets a card wait when the session has become somebody else's without our knowing", async () => {
    const hall = new Hall();
    hall.session = "ola";
    const caller = seat();
    const doubting = { ...caller, doubt: async () => caller.person.set(hall.session) };
    const outbox = outboxOn(freshShelf(), hall.deliver, [], doubting);
    outbox.send("PostContribution", card("Karis"), "board-1");
    await outbox.settled();
    expect([hall.done, texts(outbox)]).toEqual([[], []]);
    hall.session = "kari";
    caller.person.set("kari");
    await outbox.settled();
    expect(hall.done).toEqual(["Karis"]);
  });

  it("sends nothing while nobody knows who calls", async () => {
    const hall = new Hall();
    const caller = seat();
    const shelf = freshShelf();
    hall.away = true;
    const away = outboxOn(shelf, hall.deliver, [], caller);
    away.send("PostContribution", card("Karis"), "board-1");
    caller.person.set(null);
    hall.away = false;
    await away.settled();
    expect(hall.done).toEqual([]);
    expect(await shelf.read()).toHaveLength(1);
    expect(away.view.get()).toMatchObject({ items: [], leftBehind: 1, personId: null });
  });

  it("sends what a lost session left behind as whoever says that it is theirs", async () => {
    const hall = new Hall();
    const caller = seat();
    hall.away = true;
    const outbox = outboxOn(freshShelf(), hall.deliver, [], caller);
    outbox.send("PostContribution", card("Karis"), "board-1");
    outbox.send("CastBallot", { roundId: "round-1", voter: 1, choices: [] }, "gathering-1");
    hall.away = false;
    hall.session = "kari-again";
    caller.person.set("kari-again");
    await outbox.settled();
    expect([hall.done, outbox.view.get().leftBehind]).toEqual([[], 1]);
    outbox.adopt();
    await outbox.settled();
    expect([hall.done, outbox.view.get().leftBehind]).toEqual([["Karis"], 0]);
  });

  it("does not let one person's ballot take the place of another's", async () => {
    const hall = new Hall();
    const caller = seat();
    const shelf = freshShelf();
    hall.away = true;
    const outbox = outboxOn(shelf, hall.deliver, [], caller);
    for (const person of ["kari", "ola"]) {
      caller.person.set(person);
      outbox.send("CastBallot", { roundId: "round-1", voter: 1, choices: [] }, "gathering-1");
    }
    caller.person.set(null);
    await outbox.settled();
    expect((await shelf.read()).map(({ personId }) => personId)).toEqual(["kari", "ola"]);
  });

  it("works as long as the page lives where the browser stores nothing, and says so", async () => {
    const denied = () => Promise.reject(new Error("denied"));
    const hall = new Hall();
    const outbox = outboxOn(shelfWithSpare({ ...freshShelf(), read: denied, change: denied }), hall.deliver);
    await outbox.open();
    outbox.send("PostContribution", card("en"), "board-1");
    await outbox.settled();
    expect(hall.done).toEqual(["en"]);
    expect(outbox.isKept.get()).toBe(false);
  });

  it("loses nothing when the device becomes full, and leaves nothing there that was sent", async () => {
    const hall = new Hall();
    const device = freshShelf();
    let isFull = false;
    const filling: Shelf = {
      ...device,
      change: (how) =>
        device.change((list) => {
          const next = how(list);
          if (isFull && next.length > list.length) throw new Error("full");
          return next;
        }),
    };
    hall.away = true;
    const outbox = outboxOn(shelfWithSpare(filling), hall.deliver);
    outbox.send("PostContribution", card("en"), "board-1");
    await outbox.stored();
    isFull = true;
    outbox.send("PostContribution", card("to"), "board-1");
    await outbox.stored();
    expect([texts(outbox), outbox.isKept.get()]).toEqual([["en", "to"], false]);
    hall.away = false;
    outbox.kick();
    await outbox.settled();
    expect([hall.done, await device.read()]).toEqual([["en", "to"], []]);
  });
});
