/** How often the clock is looked at, and how late a look may come. Milliseconds. */
const lookEvery = 3_000;
const lateBy = 2_000;

/**
 * Tells when this page has stood still: phones stop a page that is not in front, and cut its socket without a word. Clocks
 * do not show it, for the device itself was awake; the looks that were not taken do.
 */
export class StandStill {
  private lookedAt: number;
  private hasStood = false;

  constructor(private readonly now: () => number = Date.now) {
    this.lookedAt = now();
  }

  /** To be called every three seconds, and when the page comes to the front. */
  look(): void {
    const before = this.lookedAt;
    this.lookedAt = this.now();
    if (this.lookedAt - before > lookEvery + lateBy) this.hasStood = true;
  }

  /** Whether it has stood still since this was asked last. */
  isOver(): boolean {
    const { hasStood } = this;
    this.hasStood = false;
    return hasStood;
  }
}

export interface Waking {
  /** The page may have slept: whether the socket still stands is not known. */
  readonly reconnect: () => void;
  /** Whether the device's clock says that it slept. */
  readonly hasJumped: () => boolean;
  /** There is reason to try at once what waits for another try. */
  readonly tryNow: () => void;
}

/** Watches for the page being seen again, for the net coming back, and for sleep. */
export function watchWaking({ reconnect, hasJumped, tryNow }: Waking): void {
  const still = new StandStill();
  const look = () => {
    still.look();
    if (document.visibilityState !== "visible") return;
    const [stood, jumped] = [still.isOver(), hasJumped()];
    if (stood || jumped) reconnect();
  };
  setInterval(look, lookEvery);
  const seenAgain = () => {
    look();
    if (document.visibilityState === "visible") tryNow();
  };
  document.addEventListener("visibilitychange", seenAgain);
  document.addEventListener("resume", seenAgain);
  // A page that was kept for Back and Forward lost its socket when it was put away.
  window.addEventListener("pageshow", (event) => event.persisted && reconnect());
  // What stood before the net went, went with it; not every browser says so.
  window.addEventListener("online", () => {
    reconnect();
    tryNow();
  });
}
