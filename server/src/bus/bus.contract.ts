import { afterEach, describe, expect, it } from "vitest";
import { NOTICE_BYTES, type Bus, type Hint, type Notice } from "./bus.js";

/** Several nodes of one kind of bus that can hear each other. */
export interface BusWorld {
  /** One more node. */
  node(): Promise<Bus>;
  /** Cuts all connections to what carries the hints, where there are any. */
  cut?(): Promise<void>;
}

const hint = (head: number, streamId = "0197a0e0-0000-7000-8000-000000000001"): Hint => ({
  streamId,
  epoch: 1,
  head,
});

/** Speaks again and again, as a busy stream does, until the ears have heard something of it. */
const speakUntil = async (bus: Bus, said: Hint, heard: () => boolean): Promise<void> => {
  while (!heard()) {
    bus.publish(said);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** What every bus must do. `makeWorld` is asked once a test; `BusWorld.node` is closed for it. */
export const describeBusContract = (name: string, makeWorld: () => Promise<BusWorld>): void => {
  describe(`[BUS] ${name}`, () => {
    const open: Bus[] = [];
    afterEach(async () => void (await Promise.all(open.splice(0).map((bus) => bus.close()))));

    const meet = async (count: number): Promise<{ buses: Bus[]; world: BusWorld }> => {
      const world = await makeWorld();
      const buses = await Promise.all(Array.from({ length: count }, () => world.node()));
      open.push(...buses);
      return { buses, world };
    };

    const listen = (bus: Bus): Hint[] => {
      const heard: Hint[] = [];
      bus.subscribe((said) => heard.push(said));
      return heard;
    };

    it("[BUS1] carries hints to all nodes, the speaker too, whole", async () => {
      const { buses } = await meet(3);
      const ears = buses.map(listen);
      await speakUntil(buses[0] as Bus, hint(7), () => ears.every((heard) => heard.length > 0));
      for (const heard of ears) expect(heard[0]).toEqual(hint(7));
    });

    it("[BUS1] carries hints of many streams at once", async () => {
      const { buses } = await meet(2);
      const [speaker, ear] = buses as [Bus, Bus];
      const heard = listen(ear);
      const said = Array.from({ length: 500 }, (_, i) =>
        hint(i, `0197a0e0-0000-7000-8000-${String(i).padStart(12, "0")}`),
      );
      said.forEach((one) => speaker.publish(one));
      const streams = (): Set<string> => new Set(heard.map(({ streamId }) => streamId));
      while (streams().size < said.length) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(
        new Map(heard.map(({ streamId, head }) => [streamId, head])).get(said[321]?.streamId ?? ""),
      ).toBe(321);
    });

    it("[BUS2] tells the newest head of a stream that moves fast, whatever of the rest it leaves out", async () => {
      const { buses } = await meet(2);
      const [speaker, ear] = buses as [Bus, Bus];
      const heard = listen(ear);
      for (let head = 1; head <= 300; head++) speaker.publish(hint(head));
      while (!heard.some(({ head }) => head === 300)) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(heard.length).toBeLessThanOrEqual(300);
    });

    it("[BUS3] neither waits nor throws, not even when closed", async () => {
      const { buses } = await meet(1);
      const [bus] = buses as [Bus];
      expect(bus.publish(hint(1))).toBeUndefined();
      await bus.close();
      expect(bus.publish(hint(2))).toBeUndefined();
    });

    it("[BUS3] is silent for those who have stopped listening or closed", async () => {
      const { buses } = await meet(3);
      const [speaker, stopped, closed] = buses as [Bus, Bus, Bus];
      const early: Hint[] = [];
      const late = listen(closed);
      const stop = stopped.subscribe((said) => early.push(said));
      stop();
      await closed.close();
      const control = listen(stopped);
      await speakUntil(speaker, hint(9), () => control.length > 0);
      expect([early, late]).toEqual([[], []]);
    });

    it("[BUS5] carries notices of some length to all nodes, the speaker too, and not those that are too long", async () => {
      const { buses } = await meet(2);
      const heard = buses.map((bus) => {
        const notices: Notice[] = [];
        bus.onNotice((notice) => notices.push(notice));
        return notices;
      });
      const notice = { topic: "æ", text: `"${"x".repeat(NOTICE_BYTES - 10)}"` };
      while (!heard.every((notices) => notices.length > 3)) {
        buses[0]?.announce({ topic: "too long", text: "x".repeat(NOTICE_BYTES) });
        buses[0]?.announce(notice);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      for (const notices of heard) for (const one of notices) expect(one).toEqual(notice);
    });

    it("[BUS5] does not mix hints and notices", async () => {
      const { buses } = await meet(2);
      const [speaker, ear] = buses as [Bus, Bus];
      const hints = listen(ear);
      const notices: Notice[] = [];
      const stop = ear.onNotice((notice) => notices.push(notice));
      speaker.announce({ topic: "a", text: "1" });
      await speakUntil(speaker, hint(3), () => hints.length > 0 && notices.length > 0);
      expect([hints[0], notices]).toEqual([hint(3), [{ topic: "a", text: "1" }]]);
      stop();
    });

    it("[BUS4] is there again after every connection was cut", async () => {
      const { buses, world } = await meet(2);
      const [speaker, ear] = buses as [Bus, Bus];
      const heard = listen(ear);
      await speakUntil(speaker, hint(1), () => heard.length > 0);
      await world.cut?.();
      await speakUntil(speaker, hint(2), () => heard.some(({ head }) => head === 2));
      expect(heard.at(-1)).toEqual(hint(2));
    });
  });
};
