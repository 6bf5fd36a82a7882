import type { Seen } from "./history.js";

const FNV_PRIME = 0x01000193;
const SEEDS = [0x811c9dc5, 0x9e3779b9] as const;

const hash = (text: string, seed: number): number => {
  let mixed = seed;
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), FNV_PRIME);
  return mixed ^ (mixed >>> 15);
};

/** The cards that a reader sees, with a digest that costs the same whatever their number. */
export class Picture {
  private readonly cards = new Map<string, Seen>();
  private readonly sums = [0, 0];

  constructor(cards: readonly Seen[] = []) {
    for (const seen of cards) this.put(seen);
  }

  get(card: string): Seen | undefined {
    return this.cards.get(card);
  }

  has(card: string): boolean {
    return this.cards.has(card);
  }

  get all(): readonly Seen[] {
    return [...this.cards.values()];
  }

  put(seen: Seen): void {
    this.remove(seen.card);
    this.cards.set(seen.card, seen);
    this.toggle(seen);
  }

  remove(card: string): void {
    const seen = this.cards.get(card);
    if (!seen) return;
    this.cards.delete(card);
    this.toggle(seen);
  }

  /** The same for the same cards, whatever the order in which they came. */
  get digest(): string {
    return `${this.cards.size}/${this.sums.map((sum) => (sum >>> 0).toString(16)).join("")}`;
  }

  private toggle({ card, revision, mark }: Seen): void {
    const text = `${card} ${revision} ${mark}`;
    SEEDS.forEach((seed, i) => (this.sums[i] = (this.sums[i] ?? 0) ^ hash(text, seed)));
  }
}
