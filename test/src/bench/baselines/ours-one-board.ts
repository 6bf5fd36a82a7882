import type { Feed, FeedIterator as Iterator, Subscription } from "@ordskifte/server/live/feed";
import { FeedIterator } from "@ordskifte/server/live/feed-iterator";
import type { Presenter } from "@ordskifte/server/live/presenter";
import { Subscriber, type Source } from "@ordskifte/server/live/subscriber";
import { Window } from "@ordskifte/server/live/window";
import { contributionPresenter } from "@ordskifte/server/modules/boards/index";
import type { ContributionFact } from "@ordskifte/server/modules/boards/contribution.facts";
import { saturate } from "../rig/answers.js";

const presenter = contributionPresenter as Presenter<unknown, unknown>;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A board whose changes are not read from the log but made here, as the other contenders make theirs, and from there
 * on go the same way as all others: window, audience, presenter, execution, frame, socket.
 */
export class OneBoard implements Feed, Source {
  readonly epoch = 1;
  position = 0;
  private readonly subscribers = new Set<Subscriber>();
  private fact: ContributionFact | null = null;
  private missed = 0;

  take(fact: ContributionFact): void {
    this.fact = fact;
  }

  async subscribe({ viewer, onEnd }: Subscription): Promise<Iterator> {
    const subscriber = new Subscriber(this, await viewer(), this.position, null, onEnd);
    this.subscribers.add(subscriber);
    return new FeedIterator(subscriber);
  }

  /** Answers how many were published, and how often a subscriber was not ready for one. */
  async saturate(forMs: number): Promise<{ published: number; missed: number }> {
    this.missed = 0;
    const published = await saturate(() => this.publish(), forMs);
    return { published, missed: this.missed };
  }

  leave(subscriber: Subscriber): void {
    this.subscribers.delete(subscriber);
  }

  since(from: number): Promise<Window> {
    this.missed += 1;
    return Promise.resolve(this.windowTo(from, this.position));
  }

  moved(): void {
    // Nothing is written here.
  }

  subscriberCount = (): number => this.subscribers.size;
  streamCount = (): number => 1;

  close(): void {
    for (const subscriber of [...this.subscribers]) subscriber.end();
  }

  private async publish(): Promise<void> {
    const window = this.windowTo(this.position, ++this.position);
    for (const subscriber of this.subscribers) subscriber.hear(window);
    // Broadcasts to many are written in slices; the next one begins when the last slice is out.
    for (let left = this.subscribers.size; left > 0; left -= 500) await turn();
  }

  private windowTo(from: number, to: number): Window {
    const fact = this.fact as ContributionFact;
    return new Window(from, to, [{ ref: ["contribution", fact.id], presenter, fact }]);
  }
}
